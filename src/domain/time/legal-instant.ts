/**
 * The instant at which a clock in the zone shows this local date and time. Where clocks go forward over it, the later
 * instant (02:30 becomes 03:30); where they show it twice, the second: the hour's doubt goes to the person.
 *
 * @example legalInstant('2026-03-17', '23:59', 'America/Vancouver').toString() // '2026-03-18T06:59:00Z'
 */
export function legalInstant(date: string, time: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'later' }).toInstant();
}
