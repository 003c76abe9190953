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

/**
 * Mail that has to be tried again is looked at so often, and not at every moment that it would be: one that waits for a
 * mail server would hold up a year for an hour.
 */
const MAIL_AGAIN_MS = 24 * 60 * 60 * 1_000;

/**
 * Lets time pass up to an instant (UTC), with everything that is due on the way happening at its own moment: deadlines
 * and reminders run out, documents are made, mail goes out and counts as service. Answers how many deadlines and
 * reminders that were.
 */
export async function passTime(time: PassingTime, until: string): Promise<number> {
  let ran = (await settle(time)).ran;
  for (let next = nextStop(time, until); next !== undefined; next = nextStop(time, until)) {
    await time.turnTo(next);
    ran += (await settle(time)).ran;
  }
  await time.turnTo(until);
  return ran + (await settle(time)).ran;
}

/** The next moment before `until` at which something is to happen; undefined when there is none. */
function nextStop({ ports }: PassingTime, until: string): string | undefined {
  const now = ports.clock.now();
  const { deadline, anything } = ports.registry.read((reads) => ({
    deadline: reads.due(until, 1)[0]?.at,
    anything: reads.nextDueAt(),
  }));
  const mail = anything && later(now, anything, MAIL_AGAIN_MS);
  const next = [deadline, mail].filter((at) => at !== undefined && at > now && at < until).toSorted()[0];
  return next;
}

/** An instant, but at least so many milliseconds from now. */
function later(now: string, instant: string, ms: number): string {
  const soonest = new Date(Date.parse(now) + ms).toISOString();
  return instant > soonest ? instant : soonest;
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
