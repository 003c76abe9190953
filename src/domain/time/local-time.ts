import { clockTime } from '../utc-instant.ts';
import { isoDate } from './calendar-day.ts';
import { stretchAt } from './zone-stretches.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What calendar and clock of a zone show. */
export interface LocalTime {
  readonly date: string;
  /** `HH:mm`, the minute that has begun. */
  readonly time: string;
}

/** @example localTimeAt('2026-03-18T06:59:00Z', 'America/Vancouver') // { date: '2026-03-17', time: '23:59' } */
export function localTimeAt(instant: string | number, zone: string): LocalTime {
  const shown = shownAt(typeof instant === 'string' ? Date.parse(instant) : instant, zone);
  const day = Math.floor(shown / DAY_MS);
  const minutes = Math.floor((shown - day * DAY_MS) / MINUTE_MS);
  return { date: isoDate(day), time: clockTime(minutes) };
}

export function localDateAt(instant: string | Temporal.Instant, zone: string): string {
  const epochMs = typeof instant === 'string' ? Date.parse(instant) : instant.epochMilliseconds;
  return isoDate(Math.floor(shownAt(epochMs, zone) / DAY_MS));
}

/** What the clocks show, as if they were in UTC. */
function shownAt(epochMs: number, zone: string): number {
  return epochMs + stretchAt(epochMs, zone).offsetMs;
}
