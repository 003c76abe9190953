import type { Context } from 'hono';
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import type { Idempotency } from '../../app/idempotency.ts';
import type { Registry } from '../../app/ports/registry.ts';
import { problem } from '../problems/problem.ts';
import { idempotencyOf } from '../requests/idempotency-of.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';

type OncePorts = Pick<WebPorts, 'registry' | 'ids' | 'wallClock'>;

/** Requests with a key that are being answered: a second one waits for the first, so that it finds its answer. */
const waiting = new WeakMap<Registry, Map<string, Promise<unknown>>>();

/**
 * Answers a request with an `Idempotency-Key` once, and gives the kept answer to every later one with the same key. For
 * calls whose work is not one transaction: those keep key and effect together. Only success is kept. A page's form bears
 * its key itself: `asked`.
 */
export async function onceOnly(
  ports: OncePorts,
  c: Context<WebEnv>,
  body: unknown,
  answer: () => Promise<Response> | Response,
  asked: Idempotency | undefined = idempotencyOf(c, ports.ids, body),
): Promise<Response> {
  const viewer = c.get('viewer');
  if (!asked || viewer.kind === 'stranger') return answer();
  const scope = viewer.userId;
  const turn = `${scope} ${asked.key}`;
  const underWay = waiting.get(ports.registry) ?? new Map<string, Promise<unknown>>();
  waiting.set(ports.registry, underWay);
  while (underWay.has(turn)) await underWay.get(turn);
  const work = keptOrNew(ports, c, scope, asked, answer);
  underWay.set(
    turn,
    work.catch(() => undefined),
  );
  try {
    return await work;
  } finally {
    underWay.delete(turn);
  }
}

async function keptOrNew(
  { registry, wallClock }: OncePorts,
  c: Context<WebEnv>,
  scope: string,
  { key, requestHash }: Idempotency,
  answer: () => Promise<Response> | Response,
): Promise<Response> {
  const known = await registry.commit((tx) => tx.idempotent(scope, key));
  if (known) return known.requestHash === requestHash ? kept(c, known) : problem(c, 'IdempotencyKeyReused');
  const response = await answer();
  if (!response.ok) return response;
  const body = await response.clone().text();
  const { status } = response;
  await registry.commit((tx) => tx.rememberIdempotent(scope, key, { requestHash, status, body, at: wallClock.now() }));
  return response;
}

function kept(c: Context, { status, body }: { readonly status: number; readonly body: string }): Response {
  if (body === '') return c.body(null, status as StatusCode);
  return c.body(body, status as ContentfulStatusCode, { 'Content-Type': 'application/json' });
}
