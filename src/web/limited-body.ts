import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';
import type { WebEnv } from './web-env.ts';

/** Refuses a longer body: by its declared length, or, where none is declared, as soon as more than that has arrived. */
export function limitedBody(maxBytes: number): MiddlewareHandler<WebEnv> {
  return bodyLimit({
    maxSize: maxBytes,
    onError: (c) => problem(c, 'TooLarge', { detail: `The body may have ${maxBytes} bytes.`, facts: { maxBytes } }),
  });
}
