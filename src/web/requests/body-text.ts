import type { Context } from 'hono';
import { problem } from '../problems/problem.ts';
import type { WebEnv } from '../web-env.ts';

/** Every body goes through it. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a body of JSON, which is UTF-8 (RFC 8259), or the problem that it is not. Bytes that are none are refused
 * rather than replaced: a name would be filed as “Zo�”, and nobody would know.
 */
export async function bodyText(c: Context<WebEnv>): Promise<string | Response> {
  const bytes = await c.req.arrayBuffer();
  try {
    return utf8.decode(bytes);
  } catch {
    return problem(c, 'InvalidBody', { detail: 'The body is not UTF-8. Send JSON in that encoding.' });
  }
}
