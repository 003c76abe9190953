import type { RegistryReads, RegistryTransaction } from '../app/ports/registry.ts';
import type { CalendarAt } from '../domain/process/calendar-at.ts';
import { CalendarMissing } from '../domain/process/calendar-missing.ts';
import type { Calendar } from '../domain/time/calendar-schema.ts';

const SETTING = 'calendars';

/** A version of a calendar, and since when the registry has it. */
interface KeptCalendar {
  /** Instant (UTC). */
  readonly addedAt: string;
  readonly calendar: Calendar;
}

/**
 * Adds calendars that the registry does not have in that version; a version that it has never changes, for deadlines
 * were counted by it. Answers those whose text differs from what is kept under the same version.
 */
export function addCalendars(tx: RegistryTransaction, calendars: readonly Calendar[], at: string): readonly Calendar[] {
  const kept = keptCalendars(tx);
  const isKept = ({ id, version }: Calendar) =>
    kept.find(({ calendar }) => calendar.id === id && calendar.version === version);
  const fresh = calendars.filter((calendar) => !isKept(calendar));
  if (fresh.length > 0)
    tx.putSetting(SETTING, [...kept, ...fresh.map((calendar): KeptCalendar => ({ addedAt: at, calendar }))]);
  return calendars.filter((calendar) => {
    const known = isKept(calendar)?.calendar;
    return known && JSON.stringify(known) !== JSON.stringify(calendar);
  });
}

/** Which calendars the registry has. */
export function calendarIds(reads: Pick<RegistryReads, 'setting'>): string[] {
  return [...new Set(keptCalendars(reads).map(({ calendar }) => calendar.id))];
}

/**
 * The calendar in force at an instant: the newest version that begins by then and was known by then, so that replaying
 * what was decided before a new version came gives the same dates. The first version serves all that lies before it.
 * One that the registry does not have throws `CalendarMissing`.
 */
export function calendarsOf(registry: { read<T>(work: (reads: RegistryReads) => T): T }): CalendarAt {
  let kept: readonly KeptCalendar[] = [];
  const versionsOf = (id: string) => kept.filter(({ calendar }) => calendar.id === id);
  return (id, at) => {
    if (versionsOf(id).length === 0) kept = registry.read(keptCalendars);
    const [first, ...later] = versionsOf(id);
    if (!first) throw new CalendarMissing(id);
    const date = at.slice(0, 10);
    return (later.findLast(({ addedAt, calendar }) => calendar.from <= date && addedAt <= at) ?? first).calendar;
  };
}

function keptCalendars(reads: Pick<RegistryReads, 'setting'>): readonly KeptCalendar[] {
  return (reads.setting(SETTING) as KeptCalendar[] | undefined) ?? [];
}
