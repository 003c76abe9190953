import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { StorageUnavailable } from '../app/ports/registry.ts';
import { UnknownCursor } from '../app/ports/unknown-cursor.ts';
import { problem } from './problem.ts';
import { routePattern } from './request-log.ts';
import type { WebPorts } from './web-ports.ts';

const SECONDS_UNTIL_RETRY = 10;

/** Answers what was thrown: the caller hears what they can do about it, and nothing of what happened inside. */
export function onError({ logError }: Pick<WebPorts, 'logError'>): (error: Error, c: Context) => Response {
  return (error, c) => {
    if (error instanceof StorageUnavailable) {
      c.header('Retry-After', String(SECONDS_UNTIL_RETRY));
      return problem(c, 'StorageUnavailable');
    }
    if (error instanceof UnknownCursor) return problem(c, 'InvalidParameter', { errors: [NO_CURSOR] });
    if (error instanceof HTTPException && error.status === 400) return problem(c, 'InvalidBody', { detail: NOT_JSON });
    if (error instanceof HTTPException && error.status === 415) return problem(c, 'UnsupportedMediaType');
    logError(error, routePattern(c));
    return problem(c, 'Unexpected');
  };
}

const NO_CURSOR = { path: 'cursor', message: 'Give `next` of the page before, as it was.' };
const NOT_JSON = 'The body is not JSON that can be read.';
