import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { invitationKey } from '../../app/registries/invitation-code.ts';
import type { WebSettings } from '../web-ports.ts';
import { hostCookieName, hostCookieOptions } from './host-cookie.ts';

const NAME = 'parley-invitation';
/** Longer than signing in takes, and shorter than a borrowed computer is somebody else's. */
const MAX_AGE_S = 30 * 60;
const CODE = /^[a-z0-9]{16,80}$/;

/**
 * The code with which this browser is on its way through the sign-in. It is kept here and not in the address to come back
 * to, which stands in a mail and in the outbox.
 */
export function invitationOf(c: Context, settings: WebSettings): string | undefined {
  const code = getCookie(c, hostCookieName(settings, NAME));
  return code !== undefined && CODE.test(code) ? code : undefined;
}

export function keepInvitation(c: Context, settings: WebSettings, code: string): void {
  const options = { ...hostCookieOptions(settings), maxAge: MAX_AGE_S };
  setCookie(c, hostCookieName(settings, NAME), invitationKey(code), options);
}

export function forgetInvitation(c: Context, settings: WebSettings): void {
  deleteCookie(c, hostCookieName(settings, NAME), hostCookieOptions(settings));
}
