import { existsSync, readFileSync } from 'node:fs';
import { type DefinitionInput, definitionSchema } from '../src/domain/definition/schema.ts';
import { compileProcess, type Process } from '../src/domain/process/process.ts';
import { type Calendar, calendarSchema } from '../src/domain/time/calendar-schema.ts';
import { depositDispute } from './a-deposit-dispute.ts';

const root = new URL('../', import.meta.url);

/** A calendar that Parley ships, by id. */
export function calendar(id: string): Calendar {
  const file = new URL(`calendars/${id}.json`, root);
  if (!existsSync(file)) throw new Error(`calendars/${id}.json is missing`);
  return calendarSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const calendars = new Map<string, Calendar>();

function keptCalendar(id: string): Calendar {
  const known = calendars.get(id) ?? calendar(id);
  calendars.set(id, known);
  return known;
}

/** A definition ready to run, with the shipped calendars and the tests' tribunal. */
export function processFor(definition: DefinitionInput = depositDispute, version = 1): Process {
  return compileProcess(definitionSchema.parse(definition), version, {
    calendarAt: keptCalendar,
    tribunal: {
      name: { en: 'Test Tribunal', fr: 'Tribunal d’essai' },
      address: { en: '1 Main Street', fr: '1, rue Principale' },
      contact: 'help@tribunal.example',
      origin: 'https://tribunal.example',
    },
  });
}
