import { createEvents, type EventAttributes } from 'ics';
import type { DeadlineView } from '../../../app/case-view.ts';
import { fill, type Words } from '../../words.ts';
import { actionPath } from './action-path.ts';
import type { CasePageModel } from './case-page-model.ts';

const HALF_AN_HOUR_MS = 30 * 60_000;

type Moment = [number, number, number, number, number];

/**
 * The dates of a case that are someone's own to keep, for their calendar (RFC 5545): each ends at its last minute, says why
 * it falls then, and rings a week and a day before.
 */
export function calendarFile({ theCase, own, actions, names }: CasePageModel, origin: string, words: Words): string {
  const events = own.map((deadline) => {
    const action = actions.find((one) => one.deadline?.id === deadline.id);
    const path = action ? actionPath(theCase.id, action) : `/cases/${encodeURIComponent(theCase.id)}`;
    const title = fill(words.calendar.title, { what: action?.title ?? names.process, reference: theCase.reference });
    return eventOf(deadline, title, origin + path);
  });
  const { error, value } = createEvents(events, { productId: 'parley', calName: theCase.reference });
  if (error) throw error;
  return value ?? '';
}

function eventOf({ id, dueAt, why }: DeadlineView, title: string, url: string): EventAttributes {
  const due = Date.parse(dueAt);
  // In hours: of days the package makes `P7DT`, which RFC 5545 does not know.
  const alarm = (days: number) => ({
    action: 'display' as const,
    description: title,
    trigger: { hours: days * 24, before: true },
  });
  return {
    // The same date, fetched again, takes the place of the one before.
    uid: `${id}@${new URL(url).hostname}`,
    title,
    description: `${why}\n${url}`,
    url,
    start: utc(due - HALF_AN_HOUR_MS),
    end: utc(due),
    startInputType: 'utc',
    endInputType: 'utc',
    alarms: [alarm(7), alarm(1)],
  };
}

function utc(time: number): Moment {
  const at = new Date(time);
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
}
