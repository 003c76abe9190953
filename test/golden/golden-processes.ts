import { definitionSchema } from '../../src/domain/definition/schema.ts';
import { compileProcess, type Process } from '../../src/domain/process/process.ts';
import { type Calendar, calendarSchema } from '../../src/domain/time/calendar-schema.ts';
import type { GoldenFile } from './golden-file.ts';
import type { ProcessOf } from './told-case.ts';

/** The processes as they were when the journals were recorded, whatever ships by now. */
export function goldenProcesses(golden: Pick<GoldenFile, 'tribunal' | 'calendars' | 'definitions'>): ProcessOf {
  const calendars = new Map(Object.entries(golden.calendars).map(([id, one]) => [id, calendarSchema.parse(one)]));
  const surroundings = { calendarAt: (id: string) => calendars.get(id) as Calendar, tribunal: golden.tribunal };
  const compiled = new Map<string, Process>();
  return ({ id, version }) => {
    const key = `${id}@${version}`;
    const process =
      compiled.get(key) ?? compileProcess(definitionSchema.parse(golden.definitions[key]), version, surroundings);
    compiled.set(key, process);
    return process;
  };
}
