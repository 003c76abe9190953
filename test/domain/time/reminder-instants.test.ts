import { describe, expect, it } from 'vitest';
import { computeDeadline } from '../../../src/domain/time/deadline.ts';
import type { DeadlineRule } from '../../../src/domain/time/deadline-schema.ts';
import { reminderInstants } from '../../../src/domain/time/reminder-instants.ts';
import { britishColumbia, responseWindow } from './calendars.ts';

const reminded: DeadlineRule = {
  ...responseWindow,
  reminders: [
    { before: { hours: 24 }, notice: 'last-day' },
    { before: { days: 10 }, notice: 'early' },
    { before: { days: 7 }, notice: 'week-left' },
  ],
};
const due = computeDeadline({ rule: reminded, count: 14, basis: { date: '2026-03-02' }, calendar: britishColumbia });

describe('a respondent is reminded', () => {
  it('at nine in the morning so many days before, in the clock of that day, or exactly so many hours before', () => {
    expect(reminderInstants(reminded, due, '2026-03-02T18:00:00Z')).toEqual([
      { at: '2026-03-06T17:00:00.000Z', notice: 'early' },
      { at: '2026-03-09T16:00:00.000Z', notice: 'week-left' },
      { at: '2026-03-16T06:59:00.000Z', notice: 'last-day' },
    ]);
  });

  it('of nothing that was past when the deadline was set', () => {
    expect(reminderInstants(reminded, due, '2026-03-09T16:00:00Z').map(({ notice }) => notice)).toEqual(['last-day']);
    expect(reminderInstants(reminded, due, '2026-03-09T15:59:59Z')).toHaveLength(2);
    expect(reminderInstants(reminded, due, '2026-03-17T00:00:00Z')).toEqual([]);
  });

  it('of nothing when the rule has no reminders', () => {
    expect(reminderInstants(responseWindow, due, '2026-03-02T18:00:00Z')).toEqual([]);
  });
});
