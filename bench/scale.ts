import { openNodeDatabase } from '../src/store/database/node-database.ts';
import { openRegistry } from '../src/store/open-registry.ts';
import { openCases, openWorld, type World } from './a-world.ts';
import { fill } from './fill.ts';
import { type Measured, measure, median } from './measure.ts';
import { move } from './transitions.ts';

export interface Scale {
  readonly few: Measured;
  readonly many: Measured;
  /** Milliseconds to open the large registry and read a case from it. */
  readonly startUp: number;
  /** Microseconds to find that nothing is due. */
  readonly look: number;
}

const RUNS = 3;

/** Moves of cases drawn at random, with few and with many cases and pending deadlines, taken in turn in one run. */
export async function scale(few: number, many: number, milliseconds: number): Promise<Scale> {
  const small = openWorld();
  const large = openWorld();
  const smallCases = await filled(small, few);
  const largeCases = await filled(large, many);
  const run = (world: World, cases: readonly string[], time: number) =>
    measure(64, time, (turn) => move(world, cases, scattered(turn, cases.length)));
  await run(small, smallCases, milliseconds / 4);
  await run(large, largeCases, milliseconds / 4);
  const runs: { readonly few: Measured; readonly many: Measured }[] = [];
  for (let round = 0; round < RUNS; round += 1) {
    runs.push({ few: await run(small, smallCases, milliseconds), many: await run(large, largeCases, milliseconds) });
  }
  const look = timeOf(100, () => large.ports.registry.read((reads) => reads.due(large.ports.clock.now(), 256))) * 1_000;
  const startUp = timeOf(1, () => reopen(large, largeCases[0] ?? ''));
  await small.close();
  await large.close();
  return { few: median(runs.map((one) => one.few)), many: median(runs.map((one) => one.many)), startUp, look };
}

/** Copies of a case that has been moved: all moves of all cases then write rows of one length, in few as in many. */
async function filled(world: World, count: number): Promise<string[]> {
  const [original = ''] = await openCases(world, 1);
  await move(world, [original], 0);
  return fill(world, original, count);
}

/** A turn's place among so many cases: far from the last one's, and each once before any comes again. */
function scattered(turn: number, count: number): number {
  return (turn * 7_368_787) % count;
}

function reopen({ file }: World, caseId: string): void {
  const database = openNodeDatabase(file);
  const found = openRegistry('again', database).read((reads) => reads.caseFile(caseId));
  if (!found) throw new Error('the case is gone');
  void database.close();
}

/** Milliseconds a turn. */
function timeOf(turns: number, act: () => unknown): number {
  const started = performance.now();
  for (let turn = 0; turn < turns; turn += 1) act();
  return (performance.now() - started) / turns;
}
