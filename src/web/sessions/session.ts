import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { viewerFor } from '../../app/auth/viewer-for.ts';
import { preferredLanguage } from '../preferred-language.ts';
import { type Check, firstRefusal } from '../requests/checked.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts, WebSettings } from '../web-ports.ts';
import { hostCookieName, hostCookieOptions } from './host-cookie.ts';

const STRANGER = { kind: 'stranger' } as const;

/** Finds out who is asking, by bearer token or else by cookie, and in which language they read; then asks these of them. */
export function session(ports: WebPorts, ...checks: readonly Check[]): MiddlewareHandler<WebEnv> {
  const holderOf = ports.holderOf ?? ((token: string) => viewerFor(ports, token));
  return async (c, next) => {
    const bearer = bearerToken(c.req.header('authorization'));
    const token = bearer ?? cookieToken(c, ports.settings);
    const user = token ? await holderOf(token) : undefined;
    c.set('token', token);
    c.set('viewer', user ?? STRANGER);
    c.set('credential', !user ? 'none' : bearer === undefined ? 'cookie' : 'bearer');
    c.set('language', preferredLanguage(c, ports.settings, user?.language));
    return firstRefusal(c, checks) ?? next();
  };
}

/** RFC 6750; anything longer than a token of ours is none. */
function bearerToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : (/^Bearer +([A-Za-z0-9._~+/=-]{1,200})$/i.exec(header)?.[1] ?? '');
}

const cookieName = (settings: WebSettings) => hostCookieName(settings, 'parley');

function cookieToken(c: Context, settings: WebSettings): string | undefined {
  return getCookie(c, cookieName(settings))?.slice(0, 200);
}

/** Gives the browser its session, until `expiresAt`; no script can read it. */
export function giveCookie(
  c: Context,
  settings: WebSettings,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: string },
): void {
  setCookie(c, cookieName(settings), token, {
    ...hostCookieOptions(settings),
    expires: new Date(expiresAt),
  });
}

/** Ends the session in the browser; pages that it keeps for its back button go with it. */
export function takeCookie(c: Context, settings: WebSettings): void {
  c.header('Clear-Site-Data', '"cache", "storage"');
  deleteCookie(c, cookieName(settings), hostCookieOptions(settings));
}
