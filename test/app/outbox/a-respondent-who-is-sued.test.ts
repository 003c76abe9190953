import { describe, expect, it } from 'vitest';
import { smtpError } from '../../effects/post-office.ts';
import { anOutbox } from '../an-outbox.ts';
import { aPostOffice } from './a-post-office.ts';
import { emailOf, partiesOf, tasksOf } from './what-became.ts';

const BEN = 'ben@people.example';

describe('a respondent who is sued', () => {
  it('gets the notice by mail with its document, and is served the day after the server took it', async () => {
    const office = await aPostOffice();
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
    const office = await aPostOffice();
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
    const office = await aPostOffice({
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
    const office = await aPostOffice({ onRcptTo: (_address, _session, done) => done(smtpError(550, 'no such user')) });
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
    const office = await aPostOffice({ onLetter: () => smtpError(421, 'not today') });
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
    const office = await aPostOffice();
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
