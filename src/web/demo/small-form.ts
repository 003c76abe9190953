import type { Context } from 'hono';
import { every } from 'hono/combine';
import { problem } from '../problems/problem.ts';
import { type Check, checked } from '../requests/checked.ts';
import { isTooDeep } from '../requests/deep-json.ts';
import { isJson } from '../requests/json-text.ts';
import { limitedBody } from '../requests/limited-body.ts';
import type { WebEnv } from '../web-env.ts';

/** What these few pages and calls take is a handful of words. */
const MAX_BYTES = 4 * 1024;

const formOrJson: Check = (c) =>
  wantsPage(c) || isJson(c.req.header('content-type'))
    ? undefined
    : problem(c, 'UnsupportedMediaType', { detail: 'Send the body as application/json or as a form.' });

/** Before one of these is read. */
export const smallForm = every(checked(formOrJson), limitedBody(MAX_BYTES));

/** One field of a small request, sent by one of our forms or as JSON. */
export async function fieldOf(c: Context<WebEnv>, name: string): Promise<string | undefined> {
  const text = await c.req.text();
  if (wantsPage(c)) return new URLSearchParams(text).get(name) ?? undefined;
  if (isTooDeep(text)) return undefined;
  try {
    const value = (JSON.parse(text) as Record<string, unknown> | null)?.[name];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the caller is a browser that follows a form, rather than a program. */
export function wantsPage(c: Context<WebEnv>): boolean {
  return (c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
}
