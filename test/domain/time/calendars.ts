import { readFileSync } from 'node:fs';
import { type Calendar, calendarSchema } from '../../../src/domain/time/calendar-schema.ts';
import type { DeadlineRule } from '../../../src/domain/time/deadline-schema.ts';

/** A calendar as the project ships it. */
export function shippedCalendar(id: string): Calendar {
  return calendarSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../calendars/${id}.json`, import.meta.url), 'utf8')),
  );
}

export const britishColumbia = shippedCalendar('ca-bc');
export const england = shippedCalendar('gb-eaw');

/** The small-claims response: 14 days from service, rolled. */
export const responseWindow: DeadlineRule = {
  count: 14,
  unit: 'days',
  roll: 'next-working-day',
  why: {
    en: 'You have {count} days from the day you were served.',
    fr: 'Vous avez {count} jours à partir du jour où l’avis vous a été remis.',
  },
};
