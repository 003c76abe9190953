import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSession } from '../../src/app/auth/create-session.ts';
import { requestCode } from '../../src/app/auth/request-code.ts';
import { drainOutbox } from '../../src/app/drain-outbox.ts';
import { askForCode } from '../../src/app/letters/ask-for-code.ts';
import { readKeptMail } from '../../src/app/outbox/kept-mail.ts';
import type { Effects, MailRoute, OutgoingMail } from '../../src/app/ports/effects.ts';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { openPostOffice, type Script, smtpError } from '../effects/post-office.ts';
import { anOutbox, type OutboxWorld } from './an-outbox.ts';

const BEN = 'ben@people.example';

/** The dispute with a notice that is a mail alone: many of them take no time to make. */
function withoutPaper(): DefinitionInput {
  const notice = depositDispute.notices?.['dispute-notice'];
  const json = JSON.stringify({
    ...depositDispute,
    notices: { ...depositDispute.notices, 'dispute-notice': { ...notice, attach: [] } },
  });
  return JSON.parse(json.replace('{"type":"generate","document":"dispute-notice"},', ''));
}

async function postOffice(script?: Script) {
  const office = await openPostOffice(script);
  onTestFinished(() => office.close());
  return office;
}

function partiesOf({ parley }: OutboxWorld, caseId: string) {
  return parley.ports.registry.read((reads) => reads.caseFile(caseId))?.parties ?? [];
}

function tasksOf({ parley }: OutboxWorld, caseId: string) {
  return parley.ports.registry.read((reads) => reads.caseFile(caseId))?.tasks.map(({ task }) => task) ?? [];
}

function emailOf(world: OutboxWorld, caseId: string) {
  const notice = world.notices(caseId).find((one) => one.notice === 'dispute-notice');
  return notice?.deliveries.find(({ channel }) => channel === 'email');
}

/** The mail server of these effects, with something done around each send. */
function around(
  effects: Effects,
  send: (mail: OutgoingMail, inner: (mail: OutgoingMail) => ReturnType<Sender>) => ReturnType<Sender>,
): Effects {
  const { mail } = effects;
  if (mail.kind !== 'server') throw new Error('these effects have no mail server');
  return { ...effects, mail: { kind: 'server', send: (letter) => send(letter, (one) => mail.send(one)) } };
}
type Sender = Extract<MailRoute, { kind: 'server' }>['send'];

/** Where a program is when it dies: what it waits for never comes. */
const never = new Promise<never>(() => {});

describe('someone whom a party no longer wants at its side', () => {
  it('is one of few whom a party can have written to within the hour: it is no way to fill a mailbox', async () => {
    const world = await anOutbox();
    const caseId = await world.claim(BEN);
    const rex = { capacity: 'helper', name: 'Rex', email: 'rex@people.example' };
    const inviteAndRevoke = async () => {
      await world.act('ada', caseId, 'INVITE', rex);
      await world.act('ada', caseId, 'REVOKE', { supporter: partiesOf(world, caseId)[0]?.supporters[0]?.id });
    };
    for (let times = 0; times < 10; times += 1) await inviteAndRevoke();
    await expect(inviteAndRevoke()).rejects.toThrow('TooManyMails');
    world.clock.advance({ minutes: 61 });
    await inviteAndRevoke();
  });

  it('gets no mail that was still waiting for the server', async () => {
    let isBusy = true;
    const office = await postOffice({ onLetter: () => (isBusy ? smtpError(451, 'come back later') : undefined) });
    const world = await anOutbox({ smtpUrl: office.url() });
    const caseId = await world.claim(BEN);
    const rex = { capacity: 'helper', name: 'Rex', email: 'rex@people.example' };
    await world.act('ada', caseId, 'INVITE', rex);
    await world.drain();
    const supporter = partiesOf(world, caseId)[0]?.supporters[0]?.id;
    await world.act('ada', caseId, 'REVOKE', { supporter });
    isBusy = false;
    world.clock.advance({ minutes: 60 });
    await world.drain();
    expect(office.letters.flatMap(({ to }) => to)).not.toContain(rex.email);
    const invitation = world.notices(caseId).find(({ notice }) => notice === 'supporter-invited');
    expect(invitation?.deliveries).toMatchObject([
      { status: 'failed', response: 'they no longer stand beside the party' },
    ]);
    expect(tasksOf(world, caseId)).not.toContain('undeliverable-notice');
  });
});

describe('a respondent who is sued', () => {
  it('gets the notice by mail with its document, and is served the day after the server took it', async () => {
    const office = await postOffice();
    const world = await anOutbox({ smtpUrl: office.url() });
    const caseId = await world.sue(BEN);
    await world.drain();
    const [letter] = office.letters;
    expect(office.letters).toHaveLength(1);
    expect(letter?.to).toEqual([BEN]);
    expect(letter?.email.subject).toContain('DEP-2026-000001');
    expect(letter?.email.attachments.map(({ mimeType }) => mimeType)).toEqual(['application/pdf']);
    expect(partiesOf(world, caseId)[1]?.servedOn).toBe('2026-03-03');
    expect(emailOf(world, caseId)).toMatchObject({ status: 'sent', attempts: 1, messageId: letter?.email.messageId });
    expect(world.reports).toEqual([]);
  });

  it('can join under another address with the code in the mail, which nobody else can read afterwards', async () => {
    const office = await postOffice();
    const world = await anOutbox({ smtpUrl: office.url() });
    await world.sue(BEN);
    await world.drain();
    const code = /\b([0-9a-z]{4}(?:-[0-9a-z]{4}){3})\b/.exec(office.letters[0]?.email.text ?? '')?.[1] ?? '';
    expect(office.letters[0]?.email.text).toContain(`/n/${code}`);
    const { registry, ids } = world.parley.ports;
    const found = registry.read((reads) => reads.invitation(ids.hash(code.replaceAll('-', ''))));
    expect(found).toMatchObject({ party: expect.any(String) });
    const kept = registry.read((reads) => reads.outboxMail(10)).map(({ rendered }) => rendered ?? '');
    expect(kept.join()).not.toContain(code);
  });

  it('gets the same letter again after the server was busy, until it is taken', async () => {
    const seen: string[] = [];
    const office = await postOffice({
      onLetter: ({ email }) => (seen.push(email.text ?? '') < 3 ? smtpError(451, 'come back later') : undefined),
    });
    const world = await anOutbox({ smtpUrl: office.url() });
    const caseId = await world.sue(BEN);
    await world.drain();
    expect(office.letters).toHaveLength(0);
    expect(emailOf(world, caseId)).toMatchObject({ status: 'queued', response: expect.stringContaining('451') });
    for (let hour = 0; hour < 6; hour += 1) {
      world.clock.advance({ minutes: 60 });
      await world.drain();
    }
    expect(new Set(seen).size).toBe(1);
    expect(seen).toHaveLength(3);
    expect(emailOf(world, caseId)).toMatchObject({ status: 'sent', attempts: 3 });
  });

  it('whose address does not exist is not served: the registry gets a task', async () => {
    const office = await postOffice({ onRcptTo: (_address, _session, done) => done(smtpError(550, 'no such user')) });
    const world = await anOutbox({ smtpUrl: office.url() });
    const caseId = await world.sue(BEN);
    await world.drain();
    expect(tasksOf(world, caseId)).toContain('undeliverable-notice');
    expect(partiesOf(world, caseId)[1]?.servedOn).toBeUndefined();
    expect(emailOf(world, caseId)).toMatchObject({ status: 'failed', response: expect.stringContaining('550') });
    const { deadLetters } = world.parley.ports.registry.read((reads) => reads.counts());
    expect(deadLetters).toBe(1);
  });

  it('is given up on after twelve attempts, and never in silence', async () => {
    const office = await postOffice({ onLetter: () => smtpError(421, 'not today') });
    const world = await anOutbox({ smtpUrl: office.url() });
    const caseId = await world.sue(BEN);
    for (let attempt = 0; attempt < 14; attempt += 1) {
      await world.drain();
      world.clock.advance({ minutes: 7 * 60 });
    }
    expect(emailOf(world, caseId)).toMatchObject({ status: 'failed', attempts: 12 });
    expect(tasksOf(world, caseId)).toContain('undeliverable-notice');
  });

  it('is told to the registry when the document that goes with the notice cannot be made', async () => {
    const office = await postOffice();
    const world = await anOutbox({ smtpUrl: office.url() });
    world.effects = {
      ...world.effects,
      renderDocument() {
        throw new Error('a glyph is missing');
      },
      retryInMs: (attempts) => (attempts < 3 ? 1_000 : undefined),
    };
    const caseId = await world.sue(BEN);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await world.drain();
      world.clock.advance({ minutes: 1 });
    }
    expect(office.letters).toHaveLength(0);
    expect(tasksOf(world, caseId)).toContain('undeliverable-notice');
    expect(emailOf(world, caseId)).toMatchObject({
      status: 'failed',
      response: expect.stringContaining('a glyph is missing'),
    });
  });
});

describe('a server that dies while it sends', () => {
  it.each(['before the words are kept', 'after the words are kept', 'after the mail server said 250'] as const)(
    'sends the same letter again when it dies %s, and the portal shows one notice',
    async (moment) => {
      const office = await postOffice();
      const world = await anOutbox({ smtpUrl: office.url() });
      const caseId = await world.sue(BEN);
      const dying: Record<typeof moment, Effects> = {
        'before the words are kept': { ...world.effects, renderNotice: () => never },
        'after the words are kept': around(world.effects, () => never),
        'after the mail server said 250': around(world.effects, async (mail, send) => {
          await send(mail);
          return never;
        }),
      };
      const dead = dying[moment];
      for (let round = 0; round < 3; round += 1) {
        void drainOutbox(world.parley.ports, dead).catch(() => {});
        await pause(150);
      }
      await world.restart();
      await world.drain();
      const ids = new Set(office.letters.map(({ email }) => email.messageId));
      const bodies = new Set(office.letters.map(({ email }) => email.text));
      expect(office.letters).toHaveLength(moment === 'after the mail server said 250' ? 2 : 1);
      expect(ids.size).toBe(1);
      expect(bodies.size).toBe(1);
      expect(world.notices(caseId).filter(({ notice }) => notice === 'dispute-notice')).toHaveLength(1);
      expect(emailOf(world, caseId)).toMatchObject({ status: 'sent' });
      expect(partiesOf(world, caseId)[1]?.servedOn).toBe('2026-03-03');
    },
  );

  it('takes up what it had in hand two minutes later when nobody says that it is dead', async () => {
    const office = await postOffice();
    const world = await anOutbox({ smtpUrl: office.url() });
    await world.sue(BEN);
    await drainOutbox(world.parley.ports, world.effects);
    void drainOutbox(
      world.parley.ports,
      around(world.effects, () => never),
    );
    await pause(100);
    expect(await world.drain()).toBe(0);
    world.clock.advance({ minutes: 3 });
    await world.drain();
    expect(office.letters).toHaveLength(1);
  });
});

describe('a tribunal without a mail server', () => {
  it('keeps its mail, laid out, without losing attempts, and sends it when there is one', async () => {
    const world = await anOutbox();
    const caseId = await world.sue(BEN);
    for (let hour = 0; hour < 30; hour += 1) {
      await world.drain();
      world.clock.advance({ minutes: 60 });
    }
    expect(emailOf(world, caseId)).toMatchObject({ status: 'queued', response: 'no mail server is set' });
    const [kept] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    expect(readKeptMail(kept?.rendered ?? '')).toMatchObject({ to: { address: BEN } });
    expect(partiesOf(world, caseId)[1]?.servedOn).toBeUndefined();
  });

  it('counts a mail as delivered in a demonstration, so that its rules go on', async () => {
    const world = await anOutbox({ mode: 'demo' });
    const caseId = await world.sue(BEN);
    await world.drain();
    expect(partiesOf(world, caseId)[1]?.servedOn).toBe('2026-03-03');
  });

  it('waits for its operator when the mail server wants another password, however long that takes', async () => {
    const office = await postOffice({
      authOptional: false,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(smtpError(535, 'wrong password')),
    });
    const world = await anOutbox({ smtpUrl: office.url('smtp', 'registry:old') });
    const caseId = await world.sue(BEN);
    for (let attempt = 0; attempt < 15; attempt += 1) {
      await world.drain();
      world.clock.advance({ minutes: 30 });
    }
    expect(emailOf(world, caseId)).toMatchObject({ status: 'queued' });
    expect(tasksOf(world, caseId)).not.toContain('undeliverable-notice');
    expect(String(world.reports[0])).toMatch(/does not take our mail: .*535/);
  });
});

describe('someone who was handed papers and has no code', () => {
  const asked = {
    name: 'Una Nowhere',
    reference: 'DEP-2026-000001',
    papers: 'They say that I owe 900 $.',
    reach: '2 Mill Road, Hope',
    language: 'en',
  };
  const ask = (world: OutboxWorld, key: string) =>
    askForCode(world.parley.ports, asked, { client: '192.0.2.1', key: key.padEnd(24, '-') });

  it('reaches the registry by mail, once, and nothing of it stays in the outbox', async () => {
    const office = await postOffice();
    const world = await anOutbox({ smtpUrl: office.url() });
    expect([await ask(world, 'one'), await ask(world, 'one')]).toEqual(['asked', 'asked']);
    await world.drain();
    expect(office.letters).toHaveLength(1);
    const [letter] = office.letters;
    expect(letter?.email.to?.[0]?.address).toBe(world.effects.tribunal.contact);
    for (const said of [asked.name, asked.papers, asked.reach]) expect(letter?.email.text).toContain(said);
    const [kept] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    expect(JSON.stringify(kept)).not.toMatch(/Una|Mill Road|owe/);
  });

  it('can write five times an hour, and the registry is not buried', async () => {
    const world = await anOutbox();
    const answers: string[] = [];
    for (let times = 0; times < 6; times += 1) answers.push(await ask(world, `try-${times}`));
    expect(answers).toEqual(['asked', 'asked', 'asked', 'asked', 'asked', 'tooOften']);
  });

  it('is a dead letter, words and all, where the registry’s own address takes no mail', async () => {
    const office = await postOffice({
      onRcptTo: (_address, _session, done) => done(smtpError(550, 'no such mailbox')),
    });
    const world = await anOutbox({ smtpUrl: office.url() });
    await ask(world, 'one');
    await world.drain();
    const [dead] = world.parley.ports.registry.read((reads) => reads.deadLetters(10));
    expect(dead?.kind).toBe('codeAsked');
    const [kept] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    expect(kept?.rendered).toContain('Mill Road');
  });
});

describe('someone who asks for a sign-in code', () => {
  const ask = (world: OutboxWorld) => requestCode(world.parley.ports, { email: 'ada@example.org', language: 'en' });
  const codeIn = (text: string) => /\b(\d{6})\b/.exec(text)?.[1] ?? '';

  it('gets it by mail, and it stands nowhere afterwards', async () => {
    const office = await postOffice();
    const world = await anOutbox({ smtpUrl: office.url() });
    world.clock.advance({ days: 400 });
    await ask(world);
    await world.drain();
    const code = codeIn(office.letters[0]?.email.text ?? '');
    const attempt = { email: 'ada@example.org', code, language: 'en' };
    expect(await createSession(world.parley.ports, attempt)).toMatchObject({ user: { id: 'ada' } });
    const [kept] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    expect(kept?.rendered ?? '').not.toContain(code);
  });

  it('reads it in the mailbox of a demonstration while it is good, and never again', async () => {
    const world = await anOutbox({ mode: 'demo' });
    world.clock.advance({ days: 400 });
    await ask(world);
    await world.drain();
    const [kept] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    const attempt = { email: 'ada@example.org', code: codeIn(readKeptMail(kept?.rendered ?? '').text), language: 'en' };
    expect(await createSession(world.parley.ports, attempt)).toMatchObject({ user: { id: 'ada' } });
    const later = new Date(Date.now() + 11 * 60_000).toISOString();
    world.effects = { ...world.effects, wallClock: { now: () => later } };
    world.clock.advance({ minutes: 11 });
    await world.drain();
    const [blank] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    expect(blank?.rendered ?? '').not.toContain(attempt.code);
  });
});

describe('many notices over a mail server that fails one time in five', () => {
  const NOTICES = Number(process.env.NOTICES ?? 300);

  it(`ends with each of ${NOTICES} sent once or given to the registry`, { timeout: 1_200_000 }, async () => {
    const faults = ['451', '550', 'drop', '421', '451'];
    let visit = 0;
    const office = await postOffice({
      onLetter(_letter, post) {
        visit += 1;
        const fault = visit % 5 === 0 ? faults[(visit / 5) % faults.length] : undefined;
        if (fault === 'drop') post.hangUp();
        return fault === 'drop' ? 'silence' : fault ? smtpError(Number(fault), 'fault') : undefined;
      },
    });
    const world = await anOutbox({ smtpUrl: office.url(), definition: withoutPaper() });
    const cases = await Promise.all(
      Array.from({ length: Math.ceil(NOTICES / 3) }, (_, index) =>
        world.sue(...[1, 2, 3].map((party) => `ben${index}.${party}@people.example`)),
      ),
    );
    const left = () => world.parley.ports.registry.read((reads) => reads.counts().outbox);
    for (let round = 0; round < 100 && left() > 0; round += 1) {
      await world.drain();
      world.clock.advance({ minutes: 90 });
    }
    expect(left()).toBe(0);
    const arrived = new Set(office.letters.flatMap(({ to }) => to));
    const fates = cases.flatMap((caseId) => world.notices(caseId).filter(({ notice }) => notice === 'dispute-notice'));
    expect(fates).toHaveLength(cases.length * 3);
    for (const { to, deliveries } of fates) {
      const { status } = deliveries.find(({ channel }) => channel === 'email') ?? {};
      expect(status).toBe(arrived.has(to.email ?? '') ? 'sent' : 'failed');
    }
    const unreached = fates.filter(({ to }) => !arrived.has(to.email ?? ''));
    const tasks = cases.flatMap((caseId) => tasksOf(world, caseId).filter((task) => task === 'undeliverable-notice'));
    expect(tasks).toHaveLength(unreached.length);
    expect(unreached.length).toBeGreaterThan(0);
    const ids = office.letters.map(({ email }) => email.messageId);
    expect(new Set(ids).size).toBe(new Set(office.letters.flatMap(({ to }) => to)).size);
  });
});
