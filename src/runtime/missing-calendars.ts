import type { RegistryReads } from '../app/ports/registry.ts';
import { calendarsNamed } from '../domain/definition/calendars-named.ts';
import type { Definition } from '../domain/definition/schema.ts';
import { CalendarMissing } from '../domain/process/calendar-missing.ts';
import { calendarIds } from './kept-calendars.ts';

/** Every calendar that a published version of a workflow counts by and the registry does not have: a sentence for each, with what to restore. */
export function missingCalendars(reads: RegistryReads): readonly string[] {
  const known = new Set(calendarIds(reads));
  return reads.workflows().flatMap(({ id, latestVersion }) =>
    Array.from({ length: latestVersion }, (_, index) => index + 1).flatMap((version) => {
      const row = reads.workflowVersion(id, version);
      const missing = row ? calendarsNamed(definitionIn(row.json)).filter((calendar) => !known.has(calendar)) : [];
      return missing.map((calendar) => new CalendarMissing(calendar, { id, version }).message);
    }),
  );
}

/** What was published was checked then; reading it whole again would take a start seconds. */
function definitionIn(json: string): Pick<Definition, 'calendar' | 'deadlines'> {
  const { calendar, deadlines } = JSON.parse(json) as Partial<Definition>;
  return { calendar: calendar ?? '', deadlines: deadlines ?? {} };
}
