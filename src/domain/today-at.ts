import type { Process } from './process.ts';
import { localDateAt } from './time/local-time.ts';

/** The local date of an instant (UTC) where a process's calendar is kept, `YYYY-MM-DD`. */
export function todayAt({ definition, calendarAt }: Pick<Process, 'definition' | 'calendarAt'>, at: string): string {
  return localDateAt(at, calendarAt(definition.calendar, at).zone);
}
