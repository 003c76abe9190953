import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import type { DocumentView } from '../../src/app/queries/document-view.ts';
import type { NoticeView } from '../../src/app/queries/notice-view.ts';
import { partyNamed, respond, submitClaim } from './a-claim.ts';
import type { Person } from './a-person.ts';
import { dateInVictoria, type StartServer, type TribunalOnline, tribunalOnline } from './a-tribunal-online.ts';
import { expectLetters } from './expect-letters.ts';
import { readPdf } from './read-pdf.ts';

/** One server a test file. */
let online: TribunalOnline;
let registrar: Person;
let facilitator: Person;
let member: Person;

const GOOD_REASONS = {
  reasons: 'A loan is proven.\nIt was not paid back.',
  terms: 'Bob Bright pays Ann Ashby.',
  amount: 120_000,
};
const TERMS = { amount: 80_000, terms: 'Bob Bright pays in two weeks.' };

/** What a small claim comes to, from the application to an order, as people and mail servers see it. */
export function smallClaimsStories(runtime: string, start: StartServer): void {
  describe(`a small claim over the network, on ${runtime}`, () => {
    beforeAll(async () => {
      online = await tribunalOnline(start);
      registrar = await online.signIn('registrar@demo.example');
      facilitator = await online.signIn('facilitator@demo.example');
      member = await online.signIn('member@demo.example');
    }, 60_000);
    afterAll(() => online?.stop());

    it('shows each side the date that is its own, beside what it can do', async () => {
      const [ann, bob] = [
        await online.signIn('ann.dates@people.example'),
        await online.signIn('bob.dates@people.example'),
      ];
      const { id } = await submitClaim(ann, {
        applicant: { name: 'Ann Ashby', email: 'ann.dates@people.example' },
        respondents: [{ name: 'Bob Bright', email: 'bob.dates@people.example' }],
      });
      await registrar.act(id, 'ISSUE_NOTICE');
      const dates = async (person: Person) =>
        Object.fromEntries((await person.actions(id)).map(({ event, deadline }) => [event, deadline?.name]));
      expect(await dates(ann)).toMatchObject({ RECORD_SERVICE: 'serviceWindow' });
      expect(await dates(bob)).toMatchObject({ CONFIRM_RECEIPT: undefined });
      expect(await dates(registrar)).toMatchObject({ RECORD_SERVICE: undefined });
    });

    it('asks a stranger whether this is the place, and gives them a letter to fill in', async () => {
      const { origin } = online;
      const end = await (await fetch(`${origin}/explore/small-claims?q.about=debt&q.place=no&lang=en`)).text();
      expect(end).toContain('We cannot help with this');
      const letter = await fetch(`${origin}/explore/small-claims/letters/letter-pay/1?lang=fr`);
      expect(letter.headers.get('content-disposition')).toContain('lettre-veuillez-payer.docx');
      expect(new TextDecoder().decode((await letter.arrayBuffer()).slice(0, 2))).toBe('PK');
    });

    it('goes from the application to a decision, which everyone gets in their own language', async () => {
      const { ann, bob, caseId, theCase } = await servedClaim('decision');
      await bob.act(caseId, 'ASK_FACILITATION');
      await assign(caseId, 'facilitator', facilitator);
      await facilitator.act(caseId, 'END_FACILITATION');
      await assign(caseId, 'member', member);
      const today = Temporal.PlainDate.from(await online.advance('PT1S'));
      const inDays = (days: number) => today.add({ days }).toString();
      await registrar.act(caseId, 'SET_SUBMISSION_DATES', {
        applicantBy: inDays(14),
        respondentBy: inDays(28),
        finalBy: inDays(35),
      });
      const evidence = await uploadEvidence(ann, caseId);
      await ann.act(caseId, 'FILE_SUBMISSION', { arguments: 'Here is the contract.', evidence: [evidence.id] });
      expect((await bob.actions(caseId)).find(({ event }) => event === 'FILE_REPLY')?.deadline?.name).toBe('replyDue');
      await bob.act(caseId, 'FILE_REPLY', { arguments: 'It was a present.' });
      await ann.act(caseId, 'FILE_FINAL_REPLY', { arguments: 'It was none.' });
      const decided = await member.act(caseId, 'ISSUE_DECISION', GOOD_REASONS);
      expect(decided).toMatchObject({ state: 'order.final', stage: 'order', outcome: 'decision' });

      await expectLetters(online, theCase, 'decision', [ann, bob], { attached: 'decision' });
      const pdf = await orderOf(bob, caseId, 'decision');
      for (const sentence of [
        theCase.reference,
        'Ann Ashby',
        'Bob Bright',
        'A loan is proven.',
        'It was not paid back.',
        '$1,200.00',
      ])
        expect(pdf.words).toContain(sentence);
      expect((await member.call('GET', `/api/v1/documents/${evidence.id}`)).headers.get('content-type')).toBe(
        'image/gif',
      );
      await expectInRegister(theCase);

      // Sixty days, and a week-end with holidays on which they may end.
      await online.advance('P66D');
      expect(await ann.case(caseId)).toMatchObject({ status: 'closed', outcome: 'decision', stage: 'closed' });
      await expectLetters(online, theCase, 'case-closed', [ann, bob]);
    });

    it('ends in a consent order that both sides agreed to', async () => {
      const { ann, bob, caseId, theCase } = await servedClaim('consent');
      await ann.act(caseId, 'MAKE_OFFER', TERMS);
      await expectLetters(online, theCase, 'offer-made', [bob]);
      await bob.act(caseId, 'ACCEPT_OFFER');
      await bob.act(caseId, 'ASK_CONSENT_ORDER');
      await assign(caseId, 'facilitator', facilitator);
      await facilitator.act(caseId, 'PROPOSE_CONSENT_ORDER', TERMS);
      await ann.act(caseId, 'ACCEPT_OFFER');
      await bob.act(caseId, 'ACCEPT_OFFER');
      const ordered = await registrar.act(caseId, 'APPROVE_CONSENT_ORDER');
      expect(ordered).toMatchObject({ stage: 'order', outcome: 'consent-order' });

      await expectLetters(online, theCase, 'consent-order', [ann, bob], { attached: 'consent-order' });
      const pdf = await orderOf(ann, caseId, 'consent-order');
      for (const sentence of [theCase.reference, 'Bob Bright pays in two weeks.', '$800.00'])
        expect(pdf.words).toContain(sentence);
      const closed = await ann.act(caseId, 'CONFIRM_ORDER_FOLLOWED');
      expect(closed).toMatchObject({ status: 'closed', outcome: 'consent-order' });
    });

    it('of two respondents hears the one who answers, and decides by default against the other', async () => {
      const ann = await online.signIn('ann.default@people.example');
      const bob = await online.signIn('bob.default@people.example');
      const cyd = 'cyd.default@people.example';
      const theCase = await submitClaim(ann, {
        applicant: { name: 'Ann Ashby', email: ann.email },
        respondents: [
          { name: 'Bob Bright', email: bob.email, language: 'fr' },
          { name: 'Cyd Carver', email: cyd },
        ],
      });
      const caseId = theCase.id;
      await registrar.act(caseId, 'ISSUE_NOTICE');
      await expectLetters(online, theCase, 'dispute-notice', [{ email: bob.email, language: 'fr' }, { email: cyd }], {
        attached: 'dispute-notice',
      });
      const today = await online.advance('PT1S');
      await respond(bob, caseId, today);
      const service = { method: 'person', servedOn: today, statement: 'Handed over at the door.' };
      await ann.act(caseId, 'RECORD_SERVICE', service, partyNamed(theCase, 'Cyd Carver'));

      await online.advance('P20D');
      const overdue = await ann.case(caseId);
      expect(stateOf(overdue, 'Cyd Carver')).toBe('defaulted');
      expect(stateOf(overdue, 'Bob Bright')).toMatch(/^responded/);
      await expectLetters(online, theCase, 'in-default', [{ email: cyd }]);
      const cydOnline = await online.signIn(cyd);
      const late = await cydOnline.attempt(caseId, 'FILE_RESPONSE', { position: 'disagree', reasons: 'I was away.' });
      expect([late.status, late.json<{ reason: string }>().reason]).toEqual([422, 'ResponseOutOfTime']);

      await ann.act(caseId, 'REQUEST_DEFAULT', { amount: 120_000 }, partyNamed(theCase, 'Cyd Carver'));
      await assign(caseId, 'member', member);
      const decided = await member.act(
        caseId,
        'ISSUE_DEFAULT_DECISION',
        GOOD_REASONS,
        partyNamed(theCase, 'Cyd Carver'),
      );
      expect(stateOf(decided, 'Cyd Carver')).toBe('defaultDecided');
      expect(decided).toMatchObject({ status: 'open', outcome: null });
      await expectLetters(online, theCase, 'default-decision', [ann, { email: cyd }], { attached: 'default-decision' });
      const pdf = await orderOf(cydOnline, caseId, 'default-decision');
      expect(pdf.words).toContain('Cyd Carver');

      // Whoever has the paper checks it by the code on it; then the decision is cancelled.
      const verification = `/api/v1/verifications/${/enter the code ([0-9A-Z-]+)/.exec(pdf.words)?.[1]}`;
      expect((await online.stranger.call('GET', verification)).json()).toMatchObject({
        standing: 'in-force',
        sha256: pdf.sha256,
        amount: GOOD_REASONS.amount,
      });
      const learnedOn = await online.advance('PT1M');
      const asked = { wilful: 'I was ill.', learnedOn, defence: 'I paid.' };
      await cydOnline.act(caseId, 'ASK_CANCELLATION', asked);
      const granted = { reasons: 'You were ill.' };
      await member.act(caseId, 'GRANT_CANCELLATION', granted, partyNamed(theCase, 'Cyd Carver'));
      expect((await online.stranger.call('GET', verification)).json()).toMatchObject({ standing: 'cancelled' });
      expect(await ann.part(caseId, 'orders')).toMatchObject([{ standing: 'cancelled' }]);
    });

    it('is settled between the parties, and the fee is given back', async () => {
      const { ann, bob, caseId, theCase } = await servedClaim('settlement');
      await ann.act(caseId, 'SEND_MESSAGE', { message: 'Shall we settle?' });
      await expectLetters(online, theCase, 'new-message', [bob]);
      await ann.act(caseId, 'MAKE_OFFER', { ...TERMS, amount: 100_000 });
      await bob.act(caseId, 'COUNTER_OFFER', TERMS);
      const agreed = await ann.act(caseId, 'ACCEPT_OFFER');
      expect(agreed).toMatchObject({ stage: 'order', outcome: 'settled' });
      expect(await bob.act(caseId, 'CLOSE_SETTLED')).toMatchObject({ status: 'closed', outcome: 'settled' });

      await expectLetters(online, theCase, 'settled', [ann, bob], { attached: 'settlement-agreement' });
      const pdf = await orderOf(ann, caseId, 'settlement-agreement');
      for (const sentence of ['Bob Bright pays in two weeks.', '$800.00']) expect(pdf.words).toContain(sentence);
      const fees = await ann.part<{ movement: string; amount: number }>(caseId, 'fees');
      expect(fees.map(({ movement, amount }) => `${movement} ${amount}`).toSorted()).toEqual([
        'charged 7500',
        'paid 7500',
        'refunded 7500',
      ]);
      expect(await bob.part(caseId, 'fees')).toEqual([]);
    });

    it('can be withdrawn, and everyone is told', async () => {
      const { ann, bob, caseId, theCase } = await servedClaim('withdrawal');
      const withdrawn = await ann.act(caseId, 'WITHDRAW', { reasons: 'Bob paid.' });
      expect(withdrawn).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
      await expectLetters(online, theCase, 'withdrawn', [ann, bob]);
      const after = await bob.attempt(caseId, 'FILE_RESPONSE', { position: 'agree' });
      expect([after.status, after.json<{ reason: string }>().reason]).toEqual([422, 'CaseClosed']);
      // How they are reached they can say to the end.
      expect((await bob.actions(caseId)).map(({ event }) => event)).toEqual(['CHANGE_CONTACT']);
    });

    it('has sent no letter twice, and each stands in the portal of whom it went to', async () => {
      const ids = online.office.letters.map(({ email }) => email.messageId);
      expect(new Set(ids).size).toBe(ids.length);
      const ann = await online.signIn('ann.decision@people.example');
      const [mine] = (await ann.get<{ items: CaseView[] }>('/cases')).items;
      const notices = await ann.part<NoticeView>(mine?.id ?? '', 'notices');
      const sent = online.office.letters.filter(
        ({ to, raw }) => to.includes(ann.email) && /^x-parley-case/im.test(raw),
      );
      expect(notices.map(({ subject }) => subject).toSorted()).toEqual(
        sent.map(({ email }) => email.subject).toSorted(),
      );
    });
  });
}

/** Ann's claim against Bob, who reads French: submitted, issued, received by mail, and answered. */
async function servedClaim(story: string) {
  const ann = await online.signIn(`ann.${story}@people.example`);
  const bobsEmail = `bob.${story}@people.example`;
  const theCase = await submitClaim(ann, {
    applicant: { name: 'Ann Ashby', email: ann.email },
    respondents: [{ name: 'Bob Bright', email: bobsEmail, language: 'fr' }],
  });
  expect(theCase).toMatchObject({ state: 'intake.review', stage: 'intake', status: 'open' });
  await registrar.act(theCase.id, 'ISSUE_NOTICE');
  await expectLetters(online, theCase, 'dispute-notice', [{ email: bobsEmail, language: 'fr' }], {
    attached: 'dispute-notice',
  });
  const bob = await online.signIn(bobsEmail);
  const answered = await respond(bob, theCase.id, dateInVictoria((await bob.case(theCase.id)).openedAt));
  expect(answered).toMatchObject({ state: 'open.negotiation', stage: 'negotiation' });
  return { ann, bob: { ...bob, language: 'fr' }, caseId: theCase.id, theCase };
}

/** The registry gives the case to someone who may have it, unless they have it already. */
async function assign(caseId: string, role: 'facilitator' | 'member', person: Person): Promise<void> {
  const { assigned } = await registrar.case(caseId);
  if (assigned[role] === person.id) return;
  const { items } = await registrar.get<{ items: { userId: string }[] }>(`/cases/${caseId}/candidates?role=${role}`);
  expect(items.map(({ userId }) => userId)).toContain(person.id);
  await registrar.act(caseId, 'ASSIGN', { role, user: person.id });
}

const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

async function uploadEvidence(person: Person, caseId: string): Promise<DocumentView> {
  const body = new FormData();
  body.set('file', new File([PICTURE], 'the bicycle.gif', { type: 'image/gif' }));
  const kept = await person.call('POST', `/api/v1/cases/${caseId}/documents`, { body });
  expect(kept.status, kept.text).toBe(201);
  return kept.json<DocumentView>();
}

/** The paper of that name in the case's own language, as whoever asks downloads and reads it; copies were filed after it. */
async function orderOf(person: Person, caseId: string, document: string) {
  const papers = await person.part<DocumentView>(caseId, 'documents');
  const paper = papers.findLast((one) => one.document === document);
  const file = await person.call('GET', `/api/v1/documents/${paper?.id}`);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*\.pdf/);
  const pdf = await readPdf(file.bytes);
  expect(pdf).toMatchObject({ isAccessible: true, language: expect.stringMatching(/^en/i) });
  expect(pdf.tags).toEqual(expect.arrayContaining(['H1', 'P']));
  return { ...pdf, sha256: createHash('sha256').update(file.bytes).digest('hex') };
}

/** In the public register people stand by their initials. */
async function expectInRegister(theCase: CaseView): Promise<void> {
  const found = await online.stranger.get<{ items: { title: string }[] }>(`/decisions?q=${theCase.reference}`);
  expect(found.items).toHaveLength(1);
  expect(JSON.stringify(found.items)).not.toMatch(/Ashby|Bright/);
}

function stateOf(theCase: CaseView, name: string): string | undefined {
  return theCase.parties.find((party) => party.name === name)?.state;
}
