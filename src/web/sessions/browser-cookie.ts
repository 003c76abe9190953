import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Ids } from '../../app/ports/ids.ts';
import type { WebSettings } from '../web-ports.ts';
import { hostCookieName, hostCookieOptions } from './host-cookie.ts';

const NAME = 'parley-browser';
/** Longer than a link in a mail or the way to a provider takes. */
const MAX_AGE_S = 60 * 60;
const SECRET = /^[\w-]{43}$/;

/** By what the browser is known that asked for a link, or set out to a provider; undefined for one that did neither lately. */
export function browserOf(c: Context, settings: WebSettings): string | undefined {
  const secret = getCookie(c, hostCookieName(settings, NAME));
  return secret !== undefined && SECRET.test(secret) ? secret : undefined;
}

/** Makes the browser one that is known again. What it had it keeps: two tabs may be on their way at once. */
export function knownBrowser(c: Context, settings: WebSettings, ids: Pick<Ids, 'newSecret'>): string {
  const secret = browserOf(c, settings) ?? ids.newSecret();
  setCookie(c, hostCookieName(settings, NAME), secret, { ...hostCookieOptions(settings), maxAge: MAX_AGE_S });
  return secret;
}
