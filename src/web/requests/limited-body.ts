import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from '../problems/problem.ts';
import type { WebEnv } from '../web-env.ts';

/** Refuses a longer body: by its declared length, or, where none is declared, as soon as more than that has arrived. */
export function limitedBody(maxBytes: number): MiddlewareHandler<WebEnv> {
  const tooLarge = (c: Context<WebEnv>) =>
    problem(c, 'TooLarge', { detail: `The body may have ${maxBytes} bytes.`, facts: { maxBytes } });
  const whileItArrives = bodyLimit({ maxSize: maxBytes, onError: tooLarge });
  return async (c, next) => {
    const declared = declaredLength(c.req.raw.headers);
    if (declared === undefined) return whileItArrives(c, next);
    return declared > maxBytes ? tooLarge(c) : next();
  };
}

/**
 * Bytes, as HTTP itself holds the sender to them: nothing after them belongs to this request. To look at the body for
 * them, as the middleware does, makes of every request a second one.
 */
function declaredLength(headers: Headers): number | undefined {
  const length = headers.get('content-length');
  return length !== null && /^\d+$/.test(length) && !headers.has('transfer-encoding') ? Number(length) : undefined;
}
