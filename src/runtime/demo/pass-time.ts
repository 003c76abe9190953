import { drainOutbox } from '../../app/drain-outbox.ts';
import type { Effects } from '../../app/ports/effects.ts';
import type { Ports } from '../../app/ports/ports.ts';
import { runDueDeadlines } from '../../app/run-due-deadlines.ts';

/** Time that somebody else decides over. */
export interface PassingTime {
  readonly ports: Ports;
  readonly effects: Effects;
  /** Turns the clock of `ports` forward to an instant. */
  turnTo(instant: string): Promise<void>;
}

/** What stays due however often it is tried does not hold up time for ever. */
const MOST_STOPS = 100_000;

/**
 * Lets time pass up to an instant (UTC), with everything that is due on the way happening at its own moment: deadlines
 * and reminders run out, documents are made, mail goes out and counts as service. Answers how many deadlines and
 * reminders that were.
 */
export async function passTime(time: PassingTime, until: string): Promise<number> {
  let ran = 0;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const next = time.ports.registry.read((reads) => reads.nextDueAt());
    if (next === undefined || next > until) break;
    const before = time.ports.clock.now();
    if (next > before) await time.turnTo(next);
    const done = await settle(time);
    ran += done.ran;
    if (done.ran + done.carriedOut === 0 && next <= before) break;
  }
  await time.turnTo(until);
  const rest = await settle(time);
  return ran + rest.ran;
}

/** Does all that is due at this moment, and what that makes due at once. */
export async function settle({ ports, effects }: PassingTime): Promise<{ ran: number; carriedOut: number }> {
  const done = { ran: 0, carriedOut: 0 };
  for (;;) {
    const ran = await runDueDeadlines(ports, undefined, (error) => effects.report(error, 'deadlines'));
    const carriedOut = await drainOutbox(ports, effects);
    done.ran += ran;
    done.carriedOut += carriedOut;
    if (ran + carriedOut === 0) return done;
  }
}
