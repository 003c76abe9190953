import { describe, expect, it } from 'vitest';
import { requestCode } from '../../src/app/auth/request-code.ts';
import { askForCode } from '../../src/app/letters/ask-for-code.ts';
import { demoPorts } from '../../src/runtime/demo/demo-ports.ts';
import { turnedClock } from '../../src/runtime/turned-clock.ts';
import { anOutbox, type OutboxWorld } from '../app/an-outbox.ts';

/** Everything waits here: there is no mail server, and none that stands for one. */
async function aMailbox() {
  const world = await anOutbox();
  const { ports, effects } = world.parley;
  return { world, demo: demoPorts({ ports, effects, clock: turnedClock(0), tickers: [] }) };
}

const asked = { name: 'Una', reference: '', papers: 'A letter.', reach: '2 Mill Road', language: 'en' };
const MAILS: [string, (world: OutboxWorld) => Promise<unknown>][] = [
  ['a notice', (world) => world.sue('ben@people.example')],
  ['a sign-in code', aSignInCode],
  ['a mail to the registry', ({ parley }) => askForCode(parley.ports, asked, { key: 'one'.padEnd(24, '-') })],
];

/** It runs out by the machine's clock, whichever way the demonstration's was turned. */
async function aSignInCode({ parley, clock }: OutboxWorld): Promise<void> {
  clock.advance({ days: 3_650 });
  await requestCode(parley.ports, { email: 'ada@example.org', language: 'en' });
}

describe('the mailbox of a demonstration', () => {
  it.each(MAILS)('shows when %s was made, however often it is tried', async (_, mail) => {
    const { world, demo } = await aMailbox();
    await mail(world);
    const made = world.clock.now();
    await world.drain();
    world.clock.advance({ minutes: 5 });
    await world.drain();
    const [listed] = await demo.listMail(1);
    expect(listed).toMatchObject({ status: 'queued', at: made });
    expect(await demo.readMail(listed?.key ?? '')).toMatchObject({ at: made });
  });
});
