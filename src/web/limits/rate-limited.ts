import type { MiddlewareHandler } from 'hono';
import { notInCommon } from '../in-common.ts';
import { problem } from '../problems/problem.ts';
import { type Check, checked } from '../requests/checked.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts, WebSettings } from '../web-ports.ts';
import { DEFAULT_RATE_LIMITS, type RateLimits } from './rate-limits.ts';
import { TokenBuckets } from './token-buckets.ts';

type LimitPorts = Pick<WebPorts, 'settings' | 'addressOf' | 'inCommon'>;

/** Limits an account, or the address of who has none, to so many requests of all kinds. */
export function rateLimited(ports: LimitPorts): Check {
  const [users, addresses] = [bucketsOf(ports, 'user'), bucketsOf(ports, 'address')];
  return limitedBy(ports, (viewer) => (viewer.kind === 'user' ? users : addresses));
}

/** Limits one costly or delicate kind of request beyond that. */
export function rateLimitedFor(ports: LimitPorts, kind: keyof RateLimits): MiddlewareHandler<WebEnv> {
  const buckets = bucketsOf(ports, kind);
  return checked(limitedBy(ports, () => buckets));
}

function bucketsOf({ settings, inCommon = notInCommon }: LimitPorts, kind: keyof RateLimits): TokenBuckets {
  return inCommon(`limits of ${kind}`, () => new TokenBuckets(limitsOf(settings)[kind]));
}

function limitsOf({ rateLimits, mode }: WebSettings): RateLimits {
  return rateLimits ?? DEFAULT_RATE_LIMITS[mode];
}

function limitedBy(
  { addressOf }: LimitPorts,
  bucketsFor: (viewer: WebEnv['Variables']['viewer']) => TokenBuckets,
): Check {
  return (c) => {
    const viewer = c.get('viewer');
    const key = viewer.kind === 'user' ? viewer.userId : `from ${addressOf(c.env, c.req.raw.headers)}`;
    const seconds = bucketsFor(viewer).take(key);
    if (seconds === 0) return undefined;
    c.header('Retry-After', String(seconds));
    return problem(c, 'TooManyRequests', { facts: { retryAfter: seconds } });
  };
}
