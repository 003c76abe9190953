import type { Definition } from '../definition/schema.ts';
import { localDateAt } from '../time/local-time.ts';
import type { CalendarAt } from './calendar-at.ts';

interface Counting {
  readonly definition: Pick<Definition, 'calendar'>;
  readonly calendarAt: CalendarAt;
}

/** The local date of an instant (UTC) where a process's calendar is kept, `YYYY-MM-DD`. */
export function todayAt({ definition, calendarAt }: Counting, at: string): string {
  return localDateAt(at, calendarAt(definition.calendar, at).zone);
}
