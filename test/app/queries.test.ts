import { describe, expect, it } from 'vitest';
import { handleCommand } from '../../src/app/handle-command.ts';
import { UnknownCursor } from '../../src/app/ports/unknown-cursor.ts';
import type { JournalView } from '../../src/app/queries/journal-view.ts';
import { listCandidates } from '../../src/app/queries/list-candidates.ts';
import { listCases } from '../../src/app/queries/list-cases.ts';
import { listPart } from '../../src/app/queries/list-part.ts';
import { listPublicDecisions } from '../../src/app/queries/list-public-decisions.ts';
import { listTeam } from '../../src/app/queries/list-team.ts';
import { me } from '../../src/app/queries/me.ts';
import { readCase, readStanding } from '../../src/app/queries/read-case.ts';
import { readDocument } from '../../src/app/queries/read-document.ts';
import { readNotice } from '../../src/app/queries/read-notice.ts';
import type { Viewer } from '../../src/domain/viewer.ts';
import { createDiskBlobStore } from '../../src/effects/blob-store.ts';
import { aFolder } from '../store/a-registry.ts';
import { ada, afterwards, ben, CASE, fay, fran, hana, max, mia, nora, PARTIES, rita, STORY } from './a-dispute.ts';
import { idOf, someone, type TestTribunal } from './a-tribunal.ts';

const page = { limit: 100 };
const journalOf = async (tribunal: TestTribunal, viewer: Viewer, limit = 100, cursor?: string) =>
  (await listPart(tribunal, viewer, CASE, 'journal', { limit, cursor }, 'en')) ?? { items: [], next: null };

describe('a case', () => {
  it('is shown as the API says', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const seen = await readCase(tribunal, ada, CASE, 'en');
    expect(seen).toMatchObject({
      id: CASE,
      reference: 'DEP-2026-000001',
      workflow: { id: 'deposit', version: 1 },
      stage: 'adjudication',
      state: 'adjudication',
      status: 'open',
      outcome: null,
      version: STORY.assigned.length,
      closedAt: null,
      assigned: { facilitator: 'fay', member: 'mia' },
    });
    expect(seen?.parties.map(({ id, role, name, state }) => ({ id, role, name, state }))).toEqual([
      { id: PARTIES.ada, role: 'applicant', name: 'Ada Byron', state: '' },
      { id: PARTIES.ben, role: 'respondent', name: 'Ben Okri', state: 'responded' },
    ]);
    expect(seen?.data).toEqual({ application: { amount: 120_000, what: 'He kept my deposit.' } });
  });

  it('counts for a member what lies outside the room', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const open = STORY.assigned.filter(({ inRoom }) => !inRoom).length;
    expect((await readCase(tribunal, mia, CASE, 'en'))?.version).toBe(open);
    expect((await readCase(tribunal, rita, CASE, 'en'))?.version).toBe(open);
    expect((await readCase(tribunal, fay, CASE, 'en'))?.version).toBe(STORY.assigned.length);
  });

  it('shows an offer’s deadline, and why it falls then, to those in the room alone', async () => {
    const tribunal = await afterwards(STORY.negotiation);
    const deadlines = async (viewer: Viewer, language: string) =>
      (await readCase(tribunal, viewer, CASE, language))?.deadlines ?? [];
    expect(await deadlines(ben, 'fr')).toMatchObject([
      { name: 'offerWindow', zone: 'America/Vancouver', localDate: '2026-03-09' },
    ]);
    expect((await deadlines(ben, 'fr'))[0]?.why).toContain('L’offre est valable 7 jours.');
    expect((await deadlines(fay, 'en'))[0]?.why).toContain('The offer is open for 7 days.');
    expect(await deadlines(mia, 'en')).toEqual([]);
  });

  it('shows how to find a party to that party and the tribunal', async () => {
    const tribunal = await afterwards(STORY.decided);
    const contacts = async (viewer: Viewer) =>
      (await readCase(tribunal, viewer, CASE, 'en'))?.parties.map(({ contact }) => contact);
    const [byAda, byBen] = [
      { email: 'ada@example.org', phone: '+1 250 555 0100', language: 'en' },
      { email: 'ben@example.org', address: '2 Mill Road', language: 'en' },
    ];
    expect(await contacts(ada)).toEqual([byAda, undefined]);
    expect(await contacts(hana)).toEqual([byAda, undefined]);
    expect(await contacts(ben)).toEqual([undefined, byBen]);
    expect(await contacts(mia)).toEqual([byAda, byBen]);
  });

  it('tells people how they stand to it', async () => {
    const tribunal = await afterwards(STORY.assigned);
    expect(readStanding(tribunal, hana, CASE)).toMatchObject([
      { standing: 'party', party: PARTIES.ada, capacity: 'helper' },
    ]);
    expect(readStanding(tribunal, mia, CASE)).toEqual([{ standing: 'assigned', role: 'member' }]);
    expect(readStanding(tribunal, nora, CASE)).toEqual([]);
    expect(listTeam(tribunal, ben, CASE)).toEqual([
      { role: 'facilitator', userId: 'fay', name: 'FAY' },
      { role: 'member', userId: 'mia', name: 'MIA' },
    ]);
    expect(listTeam(tribunal, nora, CASE)).toBeUndefined();
  });
});

describe('what is sealed', () => {
  const audits = ({ database }: TestTribunal) =>
    database.connection
      .prepare('select user_id as who, action, subject from audit where action = ?')
      .all('sealed.read');

  it('is shown to the registry, and each look is written down', async () => {
    const tribunal = await afterwards(STORY.assigned);
    expect((await readCase(tribunal, rita, CASE, 'en'))?.data.application).toMatchObject({
      bank: 'Bank 001, account 42',
    });
    expect(audits(tribunal)).toEqual([
      { who: 'rita', action: 'sealed.read', subject: `case/${CASE}/answers/data.application.bank` },
    ]);
    await readCase(tribunal, rita, CASE, 'en');
    expect(audits(tribunal)).toHaveLength(2);
  });

  it('is shown to nobody else, who leave no trace', async () => {
    const tribunal = await afterwards(STORY.assigned);
    for (const viewer of [ada, ben, fay, mia, nora]) {
      expect((await readCase(tribunal, viewer, CASE, 'en'))?.data.application?.bank).toBeUndefined();
    }
    expect(audits(tribunal)).toEqual([]);
  });

  it('is written down as well when it is shown in answer to something done', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const ports = { ...tribunal, blobs: createDiskBlobStore(aFolder()) };
    const assign = { type: 'ASSIGN', data: { role: 'member', user: 'mia' } };
    expect(await handleCommand(ports, rita, CASE, assign, 'en')).toMatchObject({
      data: { application: { bank: 'Bank 001, account 42' } },
    });
    expect(audits(tribunal)).toHaveLength(1);
  });

  it('is written down as well when it is a document, in a list or by itself', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const id = idOf('medical report');
    const file = {
      title: 'Report',
      filename: 'report.pdf',
      mime: 'application/pdf',
      size: 9,
      sha256: '0'.repeat(64),
      content: null,
    };
    const at = { createdAt: tribunal.clock.now(), party: PARTIES.ada, uploadedBy: 'ada' };
    const open = { filing: 'filed', quarantine: null, heldFor: null } as const;
    await tribunal.registry.commit((tx) =>
      tx.insertUpload({
        id,
        caseId: CASE,
        origin: 'uploaded',
        document: null,
        ...file,
        ...at,
        ...open,
        audience: 'sealed',
      }),
    );
    for (const viewer of [ada, ben, fay, mia]) {
      expect(await readDocument(tribunal, viewer, id, 'en'), viewer.name).toBeUndefined();
      const { items } = (await listPart(tribunal, viewer, CASE, 'documents', page, 'en')) ?? { items: [] };
      expect(items.map((one) => one.id)).not.toContain(id);
    }
    expect(audits(tribunal)).toEqual([]);
    expect(await readDocument(tribunal, rita, id, 'en')).toMatchObject({
      document: { title: 'Report', uploadedBy: 'Ada Byron', party: PARTIES.ada, isReady: true, readers: 'registry' },
      sha256: file.sha256,
    });
    await listPart(tribunal, rita, CASE, 'documents', page, 'en');
    expect(audits(tribunal).map((row) => (row as { subject: string }).subject)).toEqual([
      `document/${id}`,
      `case/${CASE}/documents/${id}`,
    ]);
  });

  it('is not shown when the look cannot be written down', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const full = {
      ...tribunal,
      registry: { ...tribunal.registry, commit: () => Promise.reject(new Error('disk full')) },
    };
    await expect(readCase(full, rita, CASE, 'en')).rejects.toThrow('disk full');
    expect(await readCase(full, ada, CASE, 'en')).toBeDefined();
  });
});

describe('the journal', () => {
  it('numbers what its reader sees, without gaps', async () => {
    const tribunal = await afterwards(STORY.decided);
    for (const viewer of [ada, ben, fay, mia, max, rita]) {
      const { items } = await journalOf(tribunal, viewer);
      expect(
        items.map(({ number }) => number),
        viewer.name,
      ).toEqual(items.map((_, index) => items.length - index));
    }
  });

  it('goes on with its numbers from page to page', async () => {
    const tribunal = await afterwards(STORY.decided);
    for (const viewer of [ada, mia]) {
      const whole = (await journalOf(tribunal, viewer)).items;
      const pieces: JournalView[] = [];
      let cursor: string | undefined;
      do {
        const piece = await journalOf(tribunal, viewer, 4, cursor);
        pieces.push(...piece.items);
        cursor = piece.next ?? undefined;
      } while (cursor);
      expect(pieces).toEqual(whole);
    }
  });

  it('says who did what, by the names that the case gives them', async () => {
    const tribunal = await afterwards(STORY.decided);
    const { items } = await journalOf(tribunal, ben);
    expect(items[0]).toMatchObject({
      type: 'DECIDE',
      title: 'Decide',
      by: { kind: 'person', role: 'member', name: 'MIA' },
      readers: 'everyone',
    });
    expect(items.find(({ type }) => type === 'SUBMIT')).toMatchObject({
      by: { role: 'applicant', name: 'Ada Byron', party: PARTIES.ada },
    });
    expect(items.find(({ type }) => type === 'MAKE_OFFER')).toMatchObject({ readers: 'room' });
    expect(JSON.stringify(items)).not.toContain('He kept my deposit');
  });

  it('tells a party nothing of what is between the registry and its staff', async () => {
    const tribunal = await afterwards(STORY.decided);
    expect((await journalOf(tribunal, ben)).items.map(({ type }) => type)).not.toContain('ASSIGN');
    expect((await journalOf(tribunal, rita)).items.map(({ type }) => type)).toContain('ASSIGN');
  });
});

describe('the parts of a case', () => {
  it('show a party what it was charged, and nobody else’s fees', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const fees = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'fees', page, 'en'))?.items.map(({ movement, amount }) => [
        movement,
        amount,
      ]);
    const moved = [
      ['paid', 7_500],
      ['charged', 7_500],
    ];
    expect(await fees(ada)).toEqual(moved);
    expect(await fees(rita)).toEqual(moved);
    expect(await fees(ben)).toEqual([]);
  });

  it('show staff the tasks of their own queue, the registry all, and parties none', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const tasks = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'tasks', page, 'fr'))?.items.map(({ task }) => task);
    expect(await tasks(rita)).toEqual(['assign-member', 'review']);
    expect(await tasks(mia)).toEqual([]);
    expect(await tasks(ada)).toEqual([]);
    const [newest] = (await listPart(tribunal, rita, CASE, 'tasks', { limit: 1 }, 'fr'))?.items ?? [];
    expect(newest?.title).toBe('Affecter une personne à ce dossier');
  });

  it('page through what is picked out by hand', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const first = await listPart(tribunal, rita, CASE, 'tasks', { limit: 1 }, 'en');
    const second = await listPart(tribunal, rita, CASE, 'tasks', { limit: 1, cursor: first?.next ?? '' }, 'en');
    expect([first?.items[0]?.task, second?.items[0]?.task, second?.next]).toEqual(['assign-member', 'review', null]);
    const madeUp = listPart(tribunal, rita, CASE, 'tasks', { limit: 1, cursor: 'made up' }, 'en');
    await expect(madeUp).rejects.toThrow(UnknownCursor);
  });

  it('label messages with who can read them', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const readers = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'messages', page, 'en'))?.items.map((one) => one.readers);
    expect(await readers(ben)).toEqual(['everyone', 'caucus', 'room', 'room', 'everyone']);
    expect(await readers(mia)).toEqual(['everyone', 'everyone']);
  });

  it('show offers in turns to those in the room', async () => {
    const tribunal = await afterwards(STORY.negotiation);
    const offers = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'offers', page, 'en'))?.items.map(({ status, terms }) => [
        status,
        terms.amount,
      ]);
    expect(await offers(ada)).toEqual([
      ['open', 95_000],
      ['declined', 90_000],
      ['countered', 100_000],
    ]);
    expect(await offers(mia)).toEqual([]);
  });

  it('show the decision and the order to all, with the member’s name and no account', async () => {
    const tribunal = await afterwards(STORY.decided);
    const decisions = await listPart(tribunal, ben, CASE, 'decisions', page, 'en');
    expect(decisions?.items).toMatchObject([
      { decision: 'final', decidedBy: 'MIA', reasons: ['Ben Okri kept the deposit.', 'He shows no damage.'] },
    ]);
    expect((await listPart(tribunal, ben, CASE, 'orders', page, 'en'))?.items).toMatchObject([
      { order: 'final', amount: 120_000 },
    ]);
  });

  it('show the proof of delivery to the tribunal, and addresses to nobody on the other side', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const notices = async (viewer: Viewer) =>
      (await listPart(tribunal, viewer, CASE, 'notices', page, 'en'))?.items ?? [];
    const served = (await notices(rita)).find(({ notice }) => notice === 'dispute-notice');
    expect(served).toMatchObject({ to: { name: 'Ben Okri', email: 'ben@example.org' }, readers: 'party' });
    expect(served?.deliveries.find(({ channel }) => channel === 'email')).toHaveProperty('attempts');
    const own = (await notices(ben)).find(({ notice }) => notice === 'dispute-notice');
    expect(own?.deliveries.find(({ channel }) => channel === 'email')).toEqual({
      channel: 'email',
      status: expect.any(String),
      lastAttemptAt: null,
      arrivedAt: null,
      postedOn: null,
      tracking: null,
    });
    expect((await notices(ada)).some(({ notice }) => notice === 'dispute-notice')).toBe(false);
  });
});

describe('a notice', () => {
  const served = async (tribunal: TestTribunal, viewer: Viewer) =>
    (await listPart(tribunal, viewer, CASE, 'notices', page, 'en'))?.items.find(
      ({ notice }) => notice === 'dispute-notice',
    )?.id ?? '';

  it('is read when its party opens it, not when the registry looks', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const id = await served(tribunal, rita);
    expect(await readNotice(tribunal, rita, id, 'en')).toMatchObject({ readAt: null });
    const readAt = tribunal.clock.now();
    expect(await readNotice(tribunal, ben, id, 'en')).toMatchObject({ readAt });
    tribunal.clock.advance({ days: 1 });
    expect(await readNotice(tribunal, ben, id, 'en')).toMatchObject({ readAt });
    expect(await readNotice(tribunal, rita, id, 'en')).toMatchObject({ readAt });
    expect(await readNotice(tribunal, ada, id, 'en')).toBeUndefined();
    expect(await readNotice(tribunal, { kind: 'stranger' }, id, 'en')).toBeUndefined();
  });

  it('is not read for a party by who only helps them', async () => {
    const tribunal = await afterwards(STORY.decided);
    const { items } = (await listPart(tribunal, hana, CASE, 'notices', page, 'en')) ?? { items: [] };
    const id = items.find(({ notice }) => notice === 'decision')?.id ?? '';
    expect(await readNotice(tribunal, hana, id, 'en')).toMatchObject({ to: { name: 'Ada Byron' }, readAt: null });
    expect(await readNotice(tribunal, ada, id, 'en')).toMatchObject({ readAt: tribunal.clock.now() });
  });
});

describe('a document', () => {
  it('is found by its id by who may read it', async () => {
    const tribunal = await afterwards(STORY.decided);
    const [newest] = (await listPart(tribunal, ben, CASE, 'documents', page, 'en'))?.items ?? [];
    const found = await readDocument(tribunal, ben, newest?.id ?? '', 'en');
    expect(found).toMatchObject({ document: { origin: 'issued', document: 'decision', isReady: false }, sha256: null });
    expect(await readDocument(tribunal, someone('zoe'), newest?.id ?? '', 'en')).toBeUndefined();
    expect(await readDocument(tribunal, ben, idOf('no document'), 'en')).toBeUndefined();
  });
});

describe('lists of cases', () => {
  it('name a party’s own, the tribunal’s for its staff, and none for an administrator', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const ids = (viewer: Viewer, filter = {}) =>
      listCases(tribunal, viewer, filter, page, 'en').items.map(({ id }) => id);
    for (const viewer of [ada, ben, hana, fay, mia, max, rita]) expect(ids(viewer), viewer.name).toEqual([CASE]);
    for (const viewer of [nora, someone('zoe'), { kind: 'stranger' } as const]) expect(ids(viewer)).toEqual([]);
    expect(ids(fay, { assignee: 'me' })).toEqual([CASE]);
    expect(ids(fran, { assignee: 'me' })).toEqual([]);
    expect(ids(rita, { stage: 'adjudication', status: 'open', q: 'okri' })).toEqual([CASE]);
    expect(ids(rita, { stage: 'intake' })).toEqual([]);
  });

  it('say what is overdue, to staff', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const overdue = () => listCases(tribunal, rita, { overdue: true }, page, 'en').items;
    expect(overdue()).toEqual([]);
    tribunal.clock.advance({ days: 5 });
    expect(overdue()).toMatchObject([{ id: CASE, dueBy: expect.any(String) }]);
    expect(listCases(tribunal, rita, { overdue: false }, page, 'en').items).toEqual([]);
    expect(listCases(tribunal, ada, {}, page, 'en').items[0]).not.toHaveProperty('dueBy');
  });

  it('leave out the case in which someone declared a conflict', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const actor = { kind: 'person', userId: 'max', role: 'member' } as const;
    await tribunal.perform(CASE, 'conflict', { kind: 'declareConflict', actor, reason: 'Ada is my neighbour.' });
    expect(listCases(tribunal, max, {}, page, 'en').items).toEqual([]);
    expect(await readCase(tribunal, max, CASE, 'en')).toBeUndefined();
    expect(await journalOf(tribunal, max)).toEqual({ items: [], next: null });
  });

  it('are part of what people learn of themselves', async () => {
    const tribunal = await afterwards(STORY.assigned);
    expect(await me(tribunal, ben, 'en')).toMatchObject({
      user: { email: 'ben@example.org' },
      memberships: [],
      cases: [{ id: CASE }],
    });
    expect(await me(tribunal, mia, 'en')).toMatchObject({ memberships: ['member'], cases: [{ id: CASE }] });
    expect((await me(tribunal, max, 'en'))?.cases).toEqual([]);
    expect(await me(tribunal, { kind: 'stranger' }, 'en')).toBeUndefined();
  });
});

describe('who can be given a case', () => {
  it('is told to the registry, without those who are excluded', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const names = (role: string, viewer: Viewer = rita) =>
      listCandidates(tribunal, viewer, CASE, role)?.map(({ name }) => name);
    expect(names('facilitator')).toEqual(['FLO', 'FRAN', 'FAY']);
    expect(names('member')).toEqual(['FRAN', 'MAX', 'MIA', 'REMI']);
    expect(names('registrar')).toEqual([]);
    expect(names('judge')).toBeUndefined();
    for (const viewer of [ada, fay, mia, nora]) expect(names('member', viewer)).toBeUndefined();
  });
});

it('lets anyone read the public register, with initials for names', async () => {
  const tribunal = await afterwards(STORY.decided);
  const { items } = listPublicDecisions(tribunal, {}, page);
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items)).not.toMatch(/Okri|Byron/);
});
