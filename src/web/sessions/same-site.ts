import { problem } from '../problems/problem.ts';
import type { Check } from '../requests/checked.ts';
import type { WebSettings } from '../web-ports.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site made a browser send. A bearer token is never sent by a browser on its own, so whoever shows
 * one is exempt; everyone else, signing in included, must come from our own pages or from no page at all.
 */
export function sameSite(settings: WebSettings): Check {
  return (c) => {
    if (READS.has(c.req.method) || c.get('credential') === 'bearer') return undefined;
    const isOurs =
      isOwnOrigin(c.req.header('origin'), c.req.url, settings) && isOwnFetch(c.req.header('sec-fetch-site'));
    return isOurs ? undefined : problem(c, 'CrossSite');
  };
}

/** Every browser sends `Origin` with a mutation. `null` is the origin of sandboxes and of pages that hide theirs. */
function isOwnOrigin(origin: string | undefined, url: string, { origin: ours, mode }: WebSettings): boolean {
  if (origin === undefined || origin === ours) return true;
  // A demonstration is reached as localhost and as 127.0.0.1 alike. No other name will do: any name can be made to lead here.
  const asked = new URL(url);
  return mode === 'demo' && LOOPBACK.has(asked.hostname) && origin === asked.origin;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `same-site` is a sister domain: not ours. `none` is the address bar. */
function isOwnFetch(site: string | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none';
}
