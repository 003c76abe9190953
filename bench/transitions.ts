import { randomUUID } from 'node:crypto';
import { handleCommand } from '../src/app/handle-command.ts';
import type { Ports } from '../src/app/ports/ports.ts';
import { isRefusal } from '../src/domain/refusal.ts';
import { NOTE } from './a-process.ts';
import { applicant, openCases, openWorld, type World } from './a-world.ts';
import { type Measured, measure, median } from './measure.ts';
import { type JournalLayout, type RowSizes, rawLimit } from './raw-limit.ts';

export interface Compared {
  readonly ours: Measured;
  readonly raw: Measured;
  /** The same rows with an index over the journal more than Parley has. */
  readonly indexed: Measured;
}

const CASES = 1_000;
const RUNS = 3;

/**
 * The whole path in process: access, form, condition, guard, chart, journal hash, idempotency key, group commit; against
 * the raw limit taken in turn with it, in the same run.
 */
export async function transitions(concurrent: number, milliseconds: number): Promise<Compared> {
  const world = openWorld();
  const cases = await openCases(world, CASES);
  const moveOne = (turn: number) => move(world, cases[turn % cases.length] ?? '');
  await moveOne(0);
  const sizes = sizesIn(world);
  const runs: Compared[] = [];
  await measure(concurrent, milliseconds / 4, moveOne);
  for (let run = 0; run < RUNS; run += 1) {
    const ours = await measure(concurrent, milliseconds, moveOne);
    const raw = (layout: JournalLayout) => rawLimit(sizes, concurrent, milliseconds, layout);
    runs.push({ ours, raw: raw('chained'), indexed: raw('indexed') });
  }
  await world.close();
  return {
    ours: median(runs.map(({ ours }) => ours)),
    raw: median(runs.map(({ raw }) => raw)),
    indexed: median(runs.map(({ indexed }) => indexed)),
  };
}

/** One acknowledged move of one case, under a key of its own. */
export async function move(world: World, caseId: string): Promise<void> {
  const key = randomUUID();
  const request = { type: 'MOVE', data: NOTE };
  const answer = await handleCommand(world.ports as Ports, applicant, caseId, request, 'en', {
    key,
    requestHash: world.ports.ids.hash(JSON.stringify(request)),
  });
  if (!answer || isRefusal(answer)) throw new Error(`a move was not accepted: ${JSON.stringify(answer)}`);
}

function sizesIn({ database }: World): RowSizes {
  const one = (statement: string) => (database.connection.prepare(statement).get() as { size: number }).size;
  return {
    file: one('select length(file) as size from cases order by version desc limit 1'),
    entry: one('select length(entry) + 128 as size from journal order by row desc limit 1'),
    answer: one('select length(body) as size from idempotency limit 1'),
  };
}
