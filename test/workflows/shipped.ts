import { readFileSync } from 'node:fs';
import { type Definition, definitionSchema } from '../../src/domain/definition/schema.ts';
import { compileProcess, type Process } from '../../src/domain/process/process.ts';
import { type Calendar, calendarSchema } from '../../src/domain/time/calendar-schema.ts';

const calendars = new Map<string, Calendar>();

/** The text of a shipped definition, `workflows/<id>.json`. */
export function shippedText(id: string): string {
  return readFileSync(new URL(`../../workflows/${id}.json`, import.meta.url), 'utf8');
}

export function shippedDefinition(id: string): Definition {
  return definitionSchema.parse(JSON.parse(shippedText(id)));
}

/** A definition ready to run, under the calendars that ship with the engine. */
export function processOf(definition: Definition): Process {
  const name = { en: 'Tribunal', fr: 'Tribunal' };
  const tribunal = { name, address: name, contact: 'registry@example.org', origin: 'https://tribunal.example' };
  return compileProcess(definition, 1, { calendarAt: shippedCalendar, tribunal });
}

function shippedCalendar(id: string): Calendar {
  const known = calendars.get(id);
  if (known) return known;
  const url = new URL(`../../calendars/${id}.json`, import.meta.url);
  const calendar = calendarSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
  calendars.set(id, calendar);
  return calendar;
}
