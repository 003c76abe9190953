import type { WebSettings } from '../web-ports.ts';

const isSecure = ({ origin }: Pick<WebSettings, 'origin'>) => origin.startsWith('https:');

/** `__Host-` binds a cookie to this host and to https: neither a sister domain nor plain http can set it. */
export function hostCookieName(settings: Pick<WebSettings, 'origin'>, name: string): string {
  return isSecure(settings) ? `__Host-${name}` : name;
}

/** No script can read it, and no other site can send it along with a mutation. */
export function hostCookieOptions(settings: Pick<WebSettings, 'origin'>) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(settings) } as const;
}
