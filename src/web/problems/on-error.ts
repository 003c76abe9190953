import type { Context } from 'hono';
import { StorageUnavailable } from '../../app/ports/registry.ts';
import { UnknownCursor } from '../../app/ports/unknown-cursor.ts';
import { CalendarMissing } from '../../domain/process/calendar-missing.ts';
import { routePattern } from '../request-log.ts';
import type { WebPorts } from '../web-ports.ts';
import { problem } from './problem.ts';

const SECONDS_UNTIL_RETRY = 10;

/** Answers what was thrown: the caller hears what they can do about it, and nothing of what happened inside. */
export function onError({ logError }: Pick<WebPorts, 'logError'>): (error: Error, c: Context) => Response {
  return (error, c) => {
    if (error instanceof StorageUnavailable) {
      c.header('Retry-After', String(SECONDS_UNTIL_RETRY));
      return problem(c, 'StorageUnavailable');
    }
    if (error instanceof UnknownCursor) return problem(c, 'InvalidParameter', { errors: [NO_CURSOR] });
    logError(error, routePattern(c));
    if (error instanceof CalendarMissing) {
      c.header('Retry-After', String(SECONDS_UNTIL_RETRY));
      return problem(c, 'CalendarMissing', { facts: { calendar: error.calendar } });
    }
    return problem(c, 'Unexpected');
  };
}

const NO_CURSOR = { path: 'cursor', message: 'Give `next` of the page before, as it was.' };
