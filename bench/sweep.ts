import { runDueDeadlines } from '../src/app/run-due-deadlines.ts';
import { openCases, openWorld, reopened } from './a-world.ts';
import { fill } from './fill.ts';

const DAY_MS = 86_400_000;

/** Expiries a second when so many of so many pending deadlines fall due at once. */
export async function sweepRate(due: number, pending: number): Promise<number> {
  const filled = openWorld();
  const [original = ''] = await openCases(filled, 1);
  fill(filled, original, pending);
  const world = await reopened(filled);
  // Copies spread over 3,650 days: so many days on, the wanted share of them is due.
  world.clock.turnOn((11 + Math.ceil((due / pending) * 3_650)) * DAY_MS);
  let fired = 0;
  const started = performance.now();
  for (;;) {
    const more = await runDueDeadlines(world.ports);
    if (more === 0) break;
    fired += more;
  }
  const seconds = (performance.now() - started) / 1_000;
  await world.close();
  if (fired < due / 2) throw new Error(`only ${fired} deadlines expired of ${due}`);
  return fired / seconds;
}
