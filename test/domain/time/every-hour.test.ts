import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/time/calendar-day.ts';
import type { Calendar } from '../../../src/domain/time/calendar-schema.ts';
import { type ComputedDeadline, computeDeadline } from '../../../src/domain/time/deadline.ts';
import type { DeadlineRule } from '../../../src/domain/time/deadline-schema.ts';
import { explainDeadline } from '../../../src/domain/time/explain-deadline.ts';
import { dateInWords } from '../../../src/domain/time/legal-date-words.ts';
import { isWorkingDay, workingDaysBetween } from '../../../src/domain/time/working-day.ts';
import { responseWindow, shippedCalendar } from './calendars.ts';

const HOUR_MS = 3_600_000;
const FIRST = Date.UTC(2025, 0, 1);
const END = Date.UTC(2029, 0, 1);
const CALENDARS = ['ca-bc', 'ca-on', 'ca-nl', 'gb-eaw'].map(shippedCalendar);
/** An explanation takes three times as long as a deadline: every 41 hours meets each hour of the day and each weekday. */
const EXPLAINED_EVERY_HOURS = 41;

const workingDays: DeadlineRule = { count: 1, unit: 'workingDays', why: { en: 'Because.' } };
const twoDays: DeadlineRule = { count: 48, unit: 'hours', why: { en: 'Because.' } };
/** In the gap of a spring night and in the repeated hour of an autumn one. */
const inTheNight: DeadlineRule = { count: 1, unit: 'days', at: '01:30', why: { en: 'Because.' } };

/** What is wrong with a deadline, or nothing. */
type Check = (computed: ComputedDeadline, basisMs: number) => string | false;

/** A hundred thousand assertions are slow in a test runner: faults are gathered and compared once. */
function faultsInEveryHour(rule: DeadlineRule, calendar: Calendar, everyHours: number, check: Check): string[] {
  const faults: string[] = [];
  let previousMs = Number.NEGATIVE_INFINITY;
  for (let ms = FIRST; ms < END; ms += everyHours * HOUR_MS) {
    const instant = new Date(ms).toISOString();
    const computed = computeDeadline({ rule, count: rule.count, basis: { instant }, calendar });
    const dueMs = Date.parse(computed.dueAt);
    const fault = dueMs < previousMs ? 'due before what began earlier' : check(computed, ms);
    if (fault) faults.push(`${calendar.zone} ${instant} → ${computed.dueAt}: ${fault}`);
    previousMs = dueMs;
  }
  return faults;
}

/** The clock as another implementation shows it. */
function wallClock(zone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (ms) => format.format(ms);
}

describe.each(CALENDARS)('every hour from 2025 to 2028 in $zone', (calendar) => {
  const clockAt = wallClock(calendar.zone);

  it('gives fourteen days that end at 23:59 local on a working day, never before an earlier hour’s', () => {
    const faults = faultsInEveryHour(responseWindow, calendar, 1, ({ dueAt, localDate, countedFrom }) => {
      if (clockAt(Date.parse(dueAt)) !== `${localDate} 23:59`) return 'not 23:59 local';
      if (!isWorkingDay(calendar, localDate)) return 'not a working day';
      const days = Temporal.PlainDate.from(countedFrom).until(localDate).days;
      return (days < 14 || days > 19) && `${days} days`;
    });
    expect(faults).toEqual([]);
  });

  it('explains itself with its last day, in English and in French', () => {
    const faults = faultsInEveryHour(responseWindow, calendar, EXPLAINED_EVERY_HOURS, (computed) => {
      const says = (language: 'en' | 'fr') =>
        explainDeadline(computed, responseWindow, language).includes(dateInWords(computed.localDate, language));
      return !(says('en') && says('fr')) && 'the last day is not named';
    });
    expect(faults).toEqual([]);
  });

  it('gives working days that hold as many working days, from every date', () => {
    const faults: string[] = [];
    for (let date = '2025-01-01'; date < '2029'; date = addDays(date, 1)) {
      for (const count of [1, 2, 5, 20]) {
        const { localDate } = computeDeadline({ rule: workingDays, count, basis: { date }, calendar });
        if (!isWorkingDay(calendar, localDate) || workingDaysBetween(calendar, date, localDate) !== count) {
          faults.push(`${count} working days from ${date} → ${localDate}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('gives forty-eight hours that last forty-eight hours', () => {
    const faults = faultsInEveryHour(twoDays, calendar, 1, ({ dueAt, localDate }, basisMs) => {
      if (Date.parse(dueAt) - basisMs !== 48 * HOUR_MS) return 'not 48 hours';
      return !clockAt(Date.parse(dueAt)).startsWith(localDate) && 'another local date';
    });
    expect(faults).toEqual([]);
  });

  it('gives a due time in the night that clocks show, the later of two where they show it twice', () => {
    const faults = faultsInEveryHour(inTheNight, calendar, 1, ({ dueAt, localDate }) => {
      const dueMs = Date.parse(dueAt);
      if (clockAt(dueMs + HOUR_MS) === `${localDate} 01:30`) return 'the earlier of two';
      if (clockAt(dueMs) === `${localDate} 01:30`) return false;
      const isGap = clockAt(dueMs) === `${localDate} 02:30` && clockAt(dueMs - HOUR_MS) === `${localDate} 00:30`;
      return !isGap && `the clock shows ${clockAt(dueMs)}`;
    });
    expect(faults).toEqual([]);
  });
});

describe('clocks in those years', () => {
  it('stop changing in British Columbia after 8 March 2026, and go on changing elsewhere', () => {
    expect(clockChanges('America/Vancouver')).toEqual(['2025-03-09', '2025-11-02', '2026-03-08']);
    expect(clockChanges('America/Toronto')).toHaveLength(8);
    expect(clockChanges('America/St_Johns')).toHaveLength(8);
    expect(clockChanges('Europe/London')).toHaveLength(8);
  });
});

function clockChanges(zone: string): string[] {
  const changes: string[] = [];
  let next = Temporal.Instant.fromEpochMilliseconds(FIRST).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (next && next.epochMilliseconds < END) {
    changes.push(next.toPlainDate().toString());
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}
