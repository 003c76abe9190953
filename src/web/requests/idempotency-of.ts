import type { Context } from 'hono';
import type { Idempotency } from '../../app/idempotency.ts';
import type { Ids } from '../../app/ports/ids.ts';
import type { WebEnv } from '../web-env.ts';
import { canonicalJson } from './canonical-json.ts';

/** The promise that came with a request: its key, and the hash of what it asks. */
export function idempotencyOf(c: Context<WebEnv>, ids: Pick<Ids, 'hash'>, body: unknown): Idempotency | undefined {
  const key = c.req.header('idempotency-key');
  return key === undefined
    ? undefined
    : { key, requestHash: ids.hash(`${c.req.method} ${c.req.path}\n${canonicalJson(body)}`) };
}
