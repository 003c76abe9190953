import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../src/domain/definition/scenario-schema.ts';
import { type Definition, definitionSchema } from '../src/domain/definition/schema.ts';
import { compileProcess } from '../src/domain/process/process.ts';
import { runScenario } from '../src/domain/rehearsal/run-scenario.ts';
import { type Calendar, calendarSchema } from '../src/domain/time/calendar-schema.ts';
import { projectRoot } from '../src/runtime/project-root.ts';
import { type Measured, summary } from './measure.ts';

/**
 * Steps a second of scenarios played in the pure core: guards, charts, deadlines, notices and documents in full, and each
 * step held against what it expects. The shipped small claim's own scenarios, over and over, once the program has run warm as
 * the other measurements do; times are those of a step.
 */
export async function simulationRate(milliseconds: number): Promise<Measured> {
  const definition = smallClaim();
  const process = compileProcess(definition, 1, {
    calendarAt: (id) => calendars(id),
    tribunal: { name: {}, address: {}, contact: '', origin: '' },
  });
  const scenarios = definition.scenarios;
  const warmUntil = performance.now() + milliseconds / 4;
  do for (const scenario of scenarios) play(process, scenario);
  while (performance.now() < warmUntil);
  const times: number[] = [];
  let steps = 0;
  const started = performance.now();
  for (let turn = 0; performance.now() - started < milliseconds; turn += 1) {
    const scenario = scenarios[turn % scenarios.length] as Scenario;
    const before = performance.now();
    const played = play(process, scenario);
    times.push((performance.now() - before) / played);
    steps += played;
  }
  const elapsed = performance.now() - started;
  return { ...summary(times, elapsed), rate: (steps / elapsed) * 1_000 };
}

/** Everything that happened in it: what people did and what time did. */
function play(process: Parameters<typeof runScenario>[0], scenario: Scenario): number {
  const { ok, problems, trace } = runScenario(process, scenario);
  if (!ok) throw new Error(`${scenario.name}: ${JSON.stringify(problems)}`);
  return trace.length;
}

function smallClaim(): Definition {
  const file = join(projectRoot(), 'workflows/small-claims.json');
  if (!existsSync(file)) throw new Error('workflows/small-claims.json is missing; the bench plays its scenarios');
  return definitionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const known = new Map<string, Calendar>();

function calendars(id: string): Calendar {
  const calendar =
    known.get(id) ??
    calendarSchema.parse(JSON.parse(readFileSync(join(projectRoot(), `calendars/${id}.json`), 'utf8')));
  known.set(id, calendar);
  return calendar;
}
