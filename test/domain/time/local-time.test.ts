import { describe, expect, it } from 'vitest';
import { legalInstant } from '../../../src/domain/time/legal-instant.ts';
import { localDateAt, localTimeAt } from '../../../src/domain/time/local-time.ts';
import { utcInstant } from '../../../src/domain/utc-instant.ts';

/** Half hours, quarters, a day left out (Apia), clocks that go back before midnight, and those that changed for good. */
const ZONES = [
  'America/Vancouver',
  'America/St_Johns',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Havana',
  'Africa/Casablanca',
  'UTC',
];
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Every change of a zone's clocks in these years, to the millisecond. */
function changesOf(zone: string): number[] {
  const changes: number[] = [];
  let next = Temporal.Instant.from('1900-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  for (; next && next.year < 2060; next = next.getTimeZoneTransition('next')) changes.push(next.epochMilliseconds);
  return changes;
}

/** The hours around each change, and the instants just before and after it. */
function momentsIn(zone: string): number[] {
  const offsets = [-26, -25, -3, -2, -1, 0, 1, 2, 3, 25, 26].map((hours) => hours * HOUR_MS);
  const around = [...offsets, -MINUTE_MS, -1, 1, MINUTE_MS, 30 * MINUTE_MS];
  const changes = changesOf(zone).flatMap((change) => around.map((ms) => change + ms));
  return [...changes, Date.UTC(1931, 4, 5, 6, 7), Date.UTC(2026, 6, 1, 7), Date.UTC(2199, 11, 31, 23, 59)];
}

describe.each(ZONES)('in %s', (zone) => {
  it('someone reads the calendar and the clock of the place, whenever its clocks change', () => {
    const wrong = momentsIn(zone).filter((ms) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(ms);
      const local = instant.toZonedDateTimeISO(zone);
      const date = local.toPlainDate().toString();
      const time = local.toPlainTime().toString().slice(0, 5);
      const read = localTimeAt(utcInstant(ms), zone);
      return read.date !== date || read.time !== time || localDateAt(instant, zone) !== date;
    });
    expect(wrong.map(utcInstant)).toEqual([]);
  });

  it('a time of day is the later instant that shows it, or comes after it', () => {
    const wrong = momentsIn(zone).filter((ms) => {
      const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
      const later = local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
      return legalInstant(local.toPlainDate().toString(), local.toPlainTime().toString(), zone) !== utcInstant(later);
    });
    expect(wrong.map(utcInstant)).toEqual([]);
  });
});
