import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Calendar, calendarSchema } from '../../domain/time/calendar-schema.ts';
import { projectRoot } from '../project-root.ts';
import { jsonFiles } from './json-files.ts';

/** The calendars that come with the program. */
export function shippedCalendars(): Calendar[] {
  const folder = join(projectRoot(), 'calendars');
  return jsonFiles(folder).map((name) => calendarSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}
