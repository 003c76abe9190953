import type { Context } from 'hono';
import type { WebEnv } from './web-env.ts';

/**
 * An answer in JSON, made with the headers that every answer carries, and with none that `c.header` was told of. Node's
 * server writes a plain record as it stands; the same as `Headers`, filled, sorted and read out again, takes 7 µs.
 */
export function securedJson(c: Context<WebEnv>, value: unknown): Response {
  const headers = { ...c.get('answerHeaders'), 'Content-Type': 'application/json' };
  const answer = new Response(JSON.stringify(value), { headers });
  c.set('secured', answer);
  return answer;
}
