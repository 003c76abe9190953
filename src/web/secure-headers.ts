import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './web-env.ts';
import type { WebSettings } from './web-ports.ts';

const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/** For what is no page: it may load nothing and be shown in nothing. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const ALWAYS: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', NOTHING],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  // `no-referrer` would also make a browser send `Origin: null` with our own forms.
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['Cache-Control', 'no-store'],
];

/** What every answer carries, refusals and errors included. Pages and files widen what they need, and no more. */
export function secureHeaders({ origin }: WebSettings): MiddlewareHandler<WebEnv> {
  const https = origin.startsWith('https:');
  const headers = https
    ? [...ALWAYS, ['Strict-Transport-Security', `max-age=${TWO_YEARS_S}; includeSubDomains`] as const]
    : ALWAYS;
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value);
    return next();
  };
}
