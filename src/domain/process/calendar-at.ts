import type { Calendar } from '../time/calendar-schema.ts';

/** The calendar of this id in force at an instant (UTC): calendars are versioned, and replay needs the one of its time. */
export type CalendarAt = (id: string, at: string) => Calendar;
