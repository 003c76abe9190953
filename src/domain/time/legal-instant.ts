import { utcInstant } from '../utc-instant.ts';
import { stretchAt } from './zone-stretches.ts';

const DAY_MS = 86_400_000;

/**
 * The instant (UTC) at which a clock in the zone shows this local date and time. Where clocks go forward over it, the later
 * instant (02:30 becomes 03:30); where they show it twice, the second: the hour's doubt goes to the person.
 *
 * @example legalInstant('2026-03-17', '23:59', 'America/Vancouver') // '2026-03-18T06:59:00.000Z'
 */
export function legalInstant(date: string, time: string, zone: string): string {
  const shown = Date.parse(`${date}T${time}Z`);
  const dayBefore = stretchAt(shown - DAY_MS, zone);
  // No zone is a day away from UTC: in one stretch, its offset is all there is to it.
  const isSteady = shown + DAY_MS < dayBefore.until;
  const epochMs = isSteady ? shown - dayBefore.offsetMs : nearChange(`${date}T${time}`, zone);
  return utcInstant(epochMs);
}

function nearChange(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
}
