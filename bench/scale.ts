import { openNodeDatabase } from '../src/store/database/node-database.ts';
import { openRegistry } from '../src/store/open-registry.ts';
import { openCases, openWorld, reopened, type World } from './a-world.ts';
import { fill } from './fill.ts';
import { type Measured, measure, median } from './measure.ts';
import { move } from './transitions.ts';

export interface Scale {
  readonly few: Measured;
  /** Every case alike: each is read from the disk's pages before it moves. */
  readonly many: Measured;
  /** As many of the many as there are few, from all over the file: those that are at work this week, among years of others. */
  readonly active: Measured;
  /** Milliseconds to open the large registry and read a case from it. */
  readonly startUp: number;
  /** Microseconds to find that nothing is due. */
  readonly look: number;
}

const RUNS = 3;

/** Moves of cases drawn at random, with few and with many cases and pending deadlines. */
export async function scale(few: number, many: number, milliseconds: number): Promise<Scale> {
  const small = await filled(few);
  const large = await filled(many);
  const active = { ...large, count: few, caseAt: (place: number) => large.caseAt((place * many) / few) };
  const rates = await inTurn({ few: small, many: large, active }, milliseconds);
  const { registry, clock } = large.world.ports;
  const look = timeOf(100, () => registry.read((reads) => reads.due(clock.now(), 256))) * 1_000;
  const startUp = timeOf(1, () => reopen(large));
  await small.world.close();
  await large.world.close();
  return { ...rates, startUp, look };
}

interface Filled {
  readonly world: World;
  readonly count: number;
  readonly caseAt: (place: number) => string;
}

/**
 * A registry after a start of the program, with so many copies of a case that has been moved: all moves of all cases
 * then write rows of one length, in few as in many.
 */
async function filled(count: number): Promise<Filled> {
  const world = openWorld();
  const [original = ''] = await openCases(world, 1);
  await move(world, original);
  const caseAt = fill(world, original, count);
  return { world: await reopened(world), count, caseAt };
}

/** The rate of each, taken in turn in one run: what slows the machine for a while slows them all. */
async function inTurn<Name extends string>(
  each: Readonly<Record<Name, Filled>>,
  milliseconds: number,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(each) as Name[];
  const run = (name: Name, time: number) => {
    const { world, count, caseAt } = each[name];
    return measure(64, time, (turn) => move(world, caseAt(scattered(turn, count))));
  };
  for (const name of names) await run(name, milliseconds / 4);
  const runs = new Map<Name, Measured[]>(names.map((name) => [name, []]));
  for (let round = 0; round < RUNS; round += 1)
    for (const [name, taken] of runs) taken.push(await run(name, milliseconds));
  return Object.fromEntries([...runs].map(([name, taken]) => [name, median(taken)])) as Record<Name, Measured>;
}

/** A turn's place among so many cases: far from the last one's, and each once before any comes again. */
function scattered(turn: number, count: number): number {
  return (turn * 7_368_787) % count;
}

function reopen({ world, caseAt }: Filled): void {
  const database = openNodeDatabase(world.file);
  const found = openRegistry('again', database).read((reads) => reads.caseFile(caseAt(0)));
  if (!found) throw new Error('the case is gone');
  void database.close();
}

/** Milliseconds a turn. */
function timeOf(turns: number, act: () => unknown): number {
  const started = performance.now();
  for (let turn = 0; turn < turns; turn += 1) act();
  return (performance.now() - started) / turns;
}
