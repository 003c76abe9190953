import { drainOutbox } from '../../app/drain-outbox.ts';
import type { Effects } from '../../app/ports/effects.ts';
import type { Ports } from '../../app/ports/ports.ts';
import { runDueDeadlines } from '../../app/run-due-deadlines.ts';

/** Time that somebody else decides over. */
export interface PassingTime {
  readonly ports: Ports;
  /** Of the tribunal's other registries, where there are any: time is the same for all. */
  readonly others?: () => readonly Ports[];
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
function nextStop(time: PassingTime, until: string): string | undefined {
  const now = time.ports.clock.now();
  const stops = allPorts(time).flatMap(({ registry }) => {
    const { deadline, anything } = registry.read((reads) => ({
      deadline: reads.due(until, 1)[0]?.at,
      anything: reads.nextDueAt(),
    }));
    return [deadline, anything && later(now, anything, MAIL_AGAIN_MS)];
  });
  return stops.filter((at) => at !== undefined && at > now && at < until).toSorted()[0];
}

function allPorts({ ports, others }: Pick<PassingTime, 'ports' | 'others'>): readonly Ports[] {
  return [ports, ...(others?.() ?? [])];
}

/** An instant, but at least so many milliseconds from now. */
function later(now: string, instant: string, ms: number): string {
  const soonest = new Date(Date.parse(now) + ms).toISOString();
  return instant > soonest ? instant : soonest;
}

/** Does all that is due at this moment, and what that makes due at once. */
export async function settle(time: PassingTime): Promise<{ ran: number; carriedOut: number }> {
  const done = { ran: 0, carriedOut: 0 };
  for (;;) {
    const [ranBefore, carriedBefore] = [done.ran, done.carriedOut];
    for (const ports of allPorts(time)) {
      done.ran += await runDueDeadlines(ports, undefined, (error) => time.effects.report(error, 'deadlines'));
      done.carriedOut += await drainOutbox(ports, time.effects);
    }
    if (done.ran === ranBefore && done.carriedOut === carriedBefore) return done;
  }
}
