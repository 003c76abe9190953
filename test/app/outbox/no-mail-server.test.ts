import { describe, expect, it } from 'vitest';
import { readKeptMail } from '../../../src/app/outbox/kept-mail.ts';
import { smtpError } from '../../effects/post-office.ts';
import { anOutbox } from '../an-outbox.ts';
import { aPostOffice } from './a-post-office.ts';
import { emailOf, partiesOf, tasksOf } from './what-became.ts';

const BEN = 'ben@people.example';

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
    const office = await aPostOffice({
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
