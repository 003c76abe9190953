import { describe, expect, it, onTestFinished } from 'vitest';
import { listLetters } from '../../src/app/letters/list-letters.ts';
import { noteTextReceipt } from '../../src/app/letters/note-text-receipt.ts';
import { readLetter } from '../../src/app/letters/read-letter.ts';
import { type LetterStep, stepLetter } from '../../src/app/letters/step-letter.ts';
import { UnknownCursor } from '../../src/app/ports/unknown-cursor.ts';
import type { Viewer } from '../../src/domain/viewer.ts';
import { replayJournal } from '../../src/runtime/replay-journal.ts';
import { type Replay, verifyRegistry } from '../../src/store/verify/verify-registry.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { byEveryChannel } from '../by-every-channel.ts';
import { aTextOffice } from '../effects/a-text-office.ts';
import { openPostOffice } from '../effects/post-office.ts';
import { readPdf } from '../http/read-pdf.ts';
import { anOutbox, type OutboxWorld } from './an-outbox.ts';

async function postOffice() {
  const office = await openPostOffice();
  onTestFinished(() => office.close());
  return office;
}

const definition = byEveryChannel(depositDispute);
const address = '12 Quay Street\nVictoria BC  V8V 1A1';
const phone = '+1 250 555 0123';

const caseOf = ({ parley }: OutboxWorld, caseId: string) => {
  const theCase = parley.ports.registry.read((reads) => reads.caseFile(caseId));
  if (!theCase) throw new Error(`there is no case ${caseId}`);
  return theCase;
};
const respondentOf = (world: OutboxWorld, caseId: string) => caseOf(world, caseId).parties[1]?.id ?? '';
const tasksOf = (world: OutboxWorld, caseId: string) => caseOf(world, caseId).tasks.map(({ task }) => task);

function deliveryOf(world: OutboxWorld, caseId: string, channel: string) {
  const notice = world.notices(caseId).find((one) => one.notice === 'dispute-notice');
  return notice?.deliveries.find((one) => one.channel === channel);
}

/** Ben has no e-mail address; the registry knows where he lives, and the notice is out. */
async function byLetter(known: object = { address }) {
  const world = await anOutbox({ definition });
  const caseId = await world.claim('');
  const ben = respondentOf(world, caseId);
  if (Object.keys(known).length > 0) await world.act('rita', caseId, 'CHANGE_CONTACT', known, ben);
  await world.act('rita', caseId, 'ISSUE_NOTICE');
  await world.drain();
  return { world, caseId, ben };
}

const lettersOf = async (ports: OutboxWorld['parley']['ports'], viewer: Viewer) =>
  (await listLetters(ports, viewer, { limit: 100 }))?.items;
const step = (world: OutboxWorld, letter: string, taken: LetterStep, who = 'rita') =>
  stepLetter(world.parley.ports, world.viewer(who), letter, taken, 'en');

describe('someone without e-mail', () => {
  it('is written to: the letter waits with its PDF, is posted, and serves some days later', async () => {
    const { world, caseId } = await byLetter();
    const { ports } = world.parley;
    const [letter] = (await lettersOf(ports, world.viewer('rita'))) ?? [];
    expect(letter).toMatchObject({ reference: 'DEP-2026-000001', isReady: true, to: { name: 'Ben Okri 1', address } });
    expect(letter?.enclosed.map(({ title }) => title)).toEqual(['Dispute notice']);
    const printed = await readLetter(ports, world.viewer('rita'), letter?.id ?? '');
    const { words, isAccessible } = await readPdf(new Uint8Array(await new Response(printed?.bytes).arrayBuffer()));
    for (const said of ['Ben Okri 1', '12 Quay Street', 'V8V 1A1', 'Enclosed', 'tribunal.example'])
      expect(words).toContain(said);
    expect(isAccessible).toBe(true);
    expect(await step(world, letter?.id ?? '', { kind: 'posted', on: '2026-03-02', tracking: 'RN 1' })).toMatchObject({
      deliveries: expect.arrayContaining([
        expect.objectContaining({ channel: 'letter', status: 'sent', postedOn: '2026-03-02', tracking: 'RN 1' }),
      ]),
    });
    expect(caseOf(world, caseId).parties[1]?.servedOn).toBe('2026-03-05');
    expect(await lettersOf(ports, world.viewer('rita'))).toEqual([]);
    const replay: Replay = (entries) => replayJournal(ports.processOf, () => undefined, entries);
    expect([...verifyRegistry(world.parley.database, replay)]).toEqual([]);
  });

  it('is not written to tomorrow, nor before the letter was, nor twice', async () => {
    const { world } = await byLetter();
    const letter = (await lettersOf(world.parley.ports, world.viewer('rita')))?.[0]?.id ?? '';
    for (const on of ['2026-03-03', '2026-03-01'])
      expect(await step(world, letter, { kind: 'posted', on })).toMatchObject({ refused: 'InvalidForm' });
    await step(world, letter, { kind: 'posted', on: '2026-03-02' });
    expect(await step(world, letter, { kind: 'posted', on: '2026-03-02' })).toMatchObject({
      refused: 'LetterElsewhere',
    });
  });

  it('whose letter comes back is looked for, and written to anew', async () => {
    const { world, caseId, ben } = await byLetter();
    const { ports } = world.parley;
    const rita = world.viewer('rita');
    const letter = (await lettersOf(ports, rita))?.[0]?.id ?? '';
    await step(world, letter, { kind: 'posted', on: '2026-03-02' });
    await step(world, letter, { kind: 'returned', reason: 'moved' });
    expect(deliveryOf(world, caseId, 'letter')).toMatchObject({ status: 'failed', response: 'moved' });
    expect(tasksOf(world, caseId)).toContain('undeliverable-notice');
    await world.act('rita', caseId, 'CHANGE_CONTACT', { address: '9 New Road' }, ben);
    await step(world, letter, { kind: 'again' });
    await world.drain();
    expect(await lettersOf(ports, rita)).toMatchObject([{ isReady: true, to: { address: '9 New Road' } }]);
  });

  it('has the letter that waits made anew when the address changes', async () => {
    const { world, caseId, ben } = await byLetter();
    const before = deliveryOf(world, caseId, 'letter')?.sha256;
    await world.act('rita', caseId, 'CHANGE_CONTACT', { address: '9 New Road' }, ben);
    await world.drain();
    const after = deliveryOf(world, caseId, 'letter');
    expect(after?.status).toBe('ready');
    expect(after?.sha256).not.toBe(before);
  });

  it('of whom no address is known stands in the list without one, and gets the letter once it is', async () => {
    const { world, caseId, ben } = await byLetter({});
    const rita = world.viewer('rita');
    expect(await lettersOf(world.parley.ports, rita)).toMatchObject([{ isReady: false, to: { name: 'Ben Okri 1' } }]);
    expect(tasksOf(world, caseId)).toContain('undeliverable-notice');
    await world.act('rita', caseId, 'CHANGE_CONTACT', { address }, ben);
    world.clock.advance({ minutes: 2 });
    await world.drain();
    expect(await lettersOf(world.parley.ports, rita)).toMatchObject([{ isReady: true, to: { address } }]);
  });

  it('is one of many whose letters come in pages, oldest first, also while some of them are posted', async () => {
    const { world } = await byLetter();
    const { ports } = world.parley;
    const rita = world.viewer('rita');
    for (let more = 0; more < 4; more += 1) {
      world.clock.advance({ minutes: 1 });
      const ben = await world.claim('');
      await world.act('rita', ben, 'CHANGE_CONTACT', { address }, respondentOf(world, ben));
      await world.act('rita', ben, 'ISSUE_NOTICE');
    }
    await world.drain();
    const all = (await lettersOf(ports, rita)) ?? [];
    expect(all.map(({ reference }) => reference.slice(-1))).toEqual(['1', '2', '3', '4', '5']);
    const first = await listLetters(ports, rita, { limit: 2 });
    expect(first?.items).toEqual(all.slice(0, 2));
    for (const { id } of first?.items ?? []) await step(world, id, { kind: 'posted', on: '2026-03-02' });
    const second = await listLetters(ports, rita, { limit: 2, cursor: first?.next ?? '' });
    expect(second?.items).toEqual(all.slice(2, 4));
    const third = await listLetters(ports, rita, { limit: 2, cursor: second?.next ?? '' });
    expect(third).toEqual({ items: all.slice(4), next: null });
    await expect(listLetters(ports, rita, { limit: 2, cursor: 'garbage' })).rejects.toThrow(UnknownCursor);
  });

  it('in whose case a registrar has declared a conflict is not in that one’s pages, which are full all the same', async () => {
    const { world } = await byLetter();
    const { ports } = world.parley;
    const others: string[] = [];
    for (let more = 0; more < 2; more += 1) {
      world.clock.advance({ minutes: 1 });
      const other = await world.claim('');
      await world.act('rita', other, 'CHANGE_CONTACT', { address }, respondentOf(world, other));
      await world.act('rita', other, 'ISSUE_NOTICE');
      others.push(other);
    }
    await world.act('rita', others[0] ?? '', 'DECLARE_CONFLICT', { reason: 'Ben is my brother.' });
    await world.drain();
    const first = await listLetters(ports, world.viewer('rita'), { limit: 1 });
    const second = await listLetters(ports, world.viewer('rita'), { limit: 1, cursor: first?.next ?? '' });
    expect([first, second].map((page) => page?.items.map(({ reference }) => reference.slice(-1)))).toEqual([
      ['1'],
      ['3'],
    ]);
    expect(second?.next).toBeNull();
  });

  it('is found by the registry alone: members and parties see no list, and no letter', async () => {
    const { world } = await byLetter();
    const { ports } = world.parley;
    const letter = (await lettersOf(ports, world.viewer('rita')))?.[0]?.id ?? '';
    for (const who of ['mia', 'ada']) {
      expect(await lettersOf(ports, world.viewer(who))).toBeUndefined();
      expect(await readLetter(ports, world.viewer(who), letter)).toBeUndefined();
      expect(await step(world, letter, { kind: 'posted', on: '2026-03-02' }, who)).toBeUndefined();
    }
  });
});

describe('someone who wants text messages', () => {
  /** Ben reads mail, and has his phone at hand. */
  async function byText(number = phone) {
    const [office, mail] = [await aTextOffice(), await postOffice()];
    const world = await anOutbox({ definition, texts: office.settings, smtpUrl: mail.url() });
    const caseId = await world.claim('ben@example.org');
    const ben = respondentOf(world, caseId);
    await world.act('rita', caseId, 'CHANGE_CONTACT', { phone: number, wantsTexts: true }, ben);
    await world.act('rita', caseId, 'ISSUE_NOTICE');
    await world.drain();
    const notice = world.notices(caseId).find((one) => one.notice === 'dispute-notice')?.id ?? '';
    return { office, world, caseId, notice };
  }

  it('is nudged, in words that say nothing of the case, beside the mail; the receipt is proof', async () => {
    const { office, world, caseId, notice } = await byText();
    expect(office.texts.map(({ to, reference }) => [to, reference])).toEqual([['+12505550123', notice]]);
    expect(office.texts[0]?.body).not.toMatch(/DEP-|Ada|Ben|claim/);
    expect(deliveryOf(world, caseId, 'email')).toMatchObject({ status: 'sent' });
    expect(deliveryOf(world, caseId, 'sms')).toMatchObject({ status: 'sent' });
    const receipt = { reference: notice, status: 'delivered', id: 'x', at: '2026-03-02T17:05:00.000Z' } as const;
    for (let times = 0; times < 2; times += 1) await noteTextReceipt(world.parley.ports, receipt);
    expect(deliveryOf(world, caseId, 'sms')).toMatchObject({ status: 'delivered', arrivedAt: receipt.at });
    expect(caseOf(world, caseId).parties[1]?.servedOn).toBe('2026-03-03');
  });

  it('whose number is none is asked for it, and has the mail all the same', async () => {
    const { office, world, caseId } = await byText('250 555');
    expect(office.texts).toEqual([]);
    expect(deliveryOf(world, caseId, 'sms')).toMatchObject({ status: 'failed' });
    expect(tasksOf(world, caseId)).toContain('undeliverable-text');
    expect(deliveryOf(world, caseId, 'email')).toMatchObject({ status: 'sent' });
  });

  it('and whose phone takes none for good becomes a task, once', async () => {
    const { world, caseId, notice } = await byText();
    const receipt = { reference: notice, status: 'permanent-failure', id: 'x', at: null } as const;
    for (let times = 0; times < 2; times += 1) await noteTextReceipt(world.parley.ports, receipt);
    expect(tasksOf(world, caseId).filter((task) => task === 'undeliverable-text')).toHaveLength(1);
    await noteTextReceipt(world.parley.ports, { ...receipt, reference: 'nobody' });
  });
});

describe('a new e-mail address', () => {
  it('is mailed a code and nothing of the case; the code makes it theirs, once', async () => {
    const office = await postOffice();
    const world = await anOutbox({ definition, smtpUrl: office.url() });
    const caseId = await world.claim('ben@example.org');
    const ben = respondentOf(world, caseId);
    await world.act('rita', caseId, 'CHANGE_CONTACT', { email: 'ben@new.example' }, ben);
    await world.drain();
    const [old, fresh] = ['ben@example.org', 'ben@new.example'].map((to) =>
      office.letters.find((one) => one.to.includes(to)),
    );
    expect(old?.email.text).toContain('Someone changed how we reach you');
    expect(fresh?.email.text).not.toMatch(/DEP-2026|Ada|Ben Okri|cases/);
    const code = /\b(\d{6})\b/.exec(fresh?.email.text ?? '')?.[1] ?? '';
    const confirm = (typed: string) => world.act('rita', caseId, 'CONFIRM_EMAIL', { code: typed }, ben);
    await expect(confirm(code === '000000' ? '000001' : '000000')).rejects.toThrow('EmailNotConfirmed');
    await confirm(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(caseOf(world, caseId).parties[1]?.email).toBe('ben@new.example');
    await expect(confirm(code)).rejects.toThrow('EmailNotConfirmed');
    const kept = world.parley.ports.registry.read((reads) => reads.outboxMail(10)).map(({ rendered }) => rendered);
    expect(kept.join()).not.toContain(code);
  });

  it('ends the codes that went to the one before, for whoever reads that was somebody else', async () => {
    const office = await postOffice();
    const world = await anOutbox({ definition, smtpUrl: office.url() });
    const caseId = await world.claim('wrong@people.example');
    const ben = respondentOf(world, caseId);
    await world.act('rita', caseId, 'ISSUE_NOTICE');
    await world.act('rita', caseId, 'CHANGE_CONTACT', { email: 'ben@new.example' }, ben);
    await world.drain();
    const letterTo = (to: string) => office.letters.find((one) => one.to.includes(to))?.email.text ?? '';
    const shown = /\/n\/([0-9a-z-]{19})/.exec(letterTo('wrong@people.example'))?.[1] ?? '';
    const { registry, ids } = world.parley.ports;
    const opens = () => registry.read((reads) => reads.invitation(ids.hash(shown.replaceAll('-', ''))));
    expect(opens()).toMatchObject({ party: ben });
    const code = /\b(\d{6})\b/.exec(letterTo('ben@new.example'))?.[1];
    await world.act('rita', caseId, 'CONFIRM_EMAIL', { code }, ben);
    expect(opens()).toBeUndefined();
  });
});
