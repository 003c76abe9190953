import type { Context } from 'hono';
import { problem } from '../problems/problem.ts';
import type { WebEnv } from '../web-env.ts';
import { bodyText } from './body-text.ts';
import type { Check } from './checked.ts';
import { isTooDeep, MAX_JSON_DEPTH } from './deep-json.ts';

/**
 * The text of a JSON body that nests at most so deep: refused before anything parses it. Its type must say JSON: a form
 * of another site cannot send that without asking first. How much it may weigh, `limitedBody` has asked already.
 */
export async function jsonText(c: Context<WebEnv>, maxDepth: number = MAX_JSON_DEPTH): Promise<string | Response> {
  const refusal = onlyJson(c);
  if (refusal) return refusal;
  const text = await bodyText(c);
  return typeof text === 'string' && isTooDeep(text, maxDepth)
    ? problem(c, 'InvalidBody', { detail: `The JSON nests deeper than ${maxDepth} levels.` })
    : text;
}

/** Also for calls that take JSON as it stands, however wrong. */
export const onlyJson: Check = (c) =>
  isJson(c.req.header('content-type')) && c.req.header('content-encoding') === undefined
    ? undefined
    : problem(c, 'UnsupportedMediaType', { detail: ONLY_JSON });

const ONLY_JSON = 'Send the body as application/json, not compressed.';

/** `application/json`, or another type that ends in `+json`. */
export function isJson(contentType: string | undefined): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}
