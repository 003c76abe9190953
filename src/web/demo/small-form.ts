import type { Context } from 'hono';
import { isTooDeep } from '../requests/deep-json.ts';
import type { WebEnv } from '../web-env.ts';

/** What these few pages and calls take is a handful of words. */
export const MAX_SMALL_FORM_BYTES = 4 * 1024;

/** One field of a small request, sent by one of our forms or as JSON. */
export async function fieldOf(c: Context<WebEnv>, name: string): Promise<string | undefined> {
  const type = c.req.header('content-type') ?? '';
  const text = await c.req.text();
  if (type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(text).get(name) ?? undefined;
  if (!type.startsWith('application/json') || isTooDeep(text)) return undefined;
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
