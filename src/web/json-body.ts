import type { MiddlewareHandler } from 'hono';
import { isTooDeep, MAX_JSON_DEPTH } from './deep-json.ts';
import { limitedBody } from './limited-body.ts';
import { problem } from './problem.ts';
import type { WebEnv } from './web-env.ts';

/**
 * Takes a JSON body of at most so many bytes, nested at most 32 deep: refused while it arrives, and before anything
 * parses it. Its type must say JSON: a form of another site cannot send that without asking first.
 */
export function jsonBody(maxBytes: number, maxDepth: number = MAX_JSON_DEPTH): MiddlewareHandler<WebEnv>[] {
  return [onlyJson, limitedBody(maxBytes), shallow(maxDepth)];
}

/** Also for calls that take JSON as it stands, however wrong. */
export const onlyJson: MiddlewareHandler<WebEnv> = async (c, next) =>
  isJson(c.req.header('content-type')) ? next() : problem(c, 'UnsupportedMediaType', { detail: ONLY_JSON });

const ONLY_JSON = 'Send the body as application/json.';

/** `application/json`, or another type that ends in `+json`. */
function isJson(contentType: string | undefined): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}

function shallow(maxDepth: number): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const text = await c.req.text();
    if (isTooDeep(text, maxDepth)) {
      return problem(c, 'InvalidBody', { detail: `The JSON nests deeper than ${maxDepth} levels.` });
    }
    c.set('bodyText', text);
    return next();
  };
}
