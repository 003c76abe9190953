import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { hostCookieName, hostCookieOptions } from './sessions/host-cookie.ts';
import type { WebSettings } from './web-ports.ts';

/** Languages that the pages speak. */
export const PAGE_LANGUAGES = ['en', 'fr'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** What the browser last asked a page for with `?lang=`. */
const NAME = 'parley-language';

type Settings = Pick<WebSettings, 'origin'>;

/** What was asked for with `?lang=`, now or on an earlier page, else the account's, else the first of the browser's that we speak, else English. */
export function preferredLanguage(c: Context, settings: Settings, ofAccount: string | undefined): PageLanguage {
  const asked = c.req.url.includes('lang=') ? c.req.query('lang') : undefined;
  return (
    spokenLanguage(asked) ??
    spokenLanguage(getCookie(c, hostCookieName(settings, NAME))) ??
    spokenLanguage(ofAccount) ??
    fromHeader(c.req.header('accept-language')) ??
    'en'
  );
}

/** Whoever chose a language keeps it on the next page. */
export function rememberLanguage(c: Context, settings: Settings): void {
  const asked = spokenLanguage(c.req.query('lang'));
  if (asked) setCookie(c, hostCookieName(settings, NAME), asked, hostCookieOptions(settings));
}

/** The language of ours that a tag names. */
export function spokenLanguage(language: string | undefined): PageLanguage | undefined {
  const base = language?.slice(0, 2).toLowerCase();
  return PAGE_LANGUAGES.find((one) => one === base);
}

/** `fr-CA, en;q=0.8` → `fr`. */
function fromHeader(header: string | undefined): PageLanguage | undefined {
  if (!header) return undefined;
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((part) => ({ language: part.trim(), weight: Number(/;\s*q=([0-9.]+)/.exec(part)?.[1] ?? 1) }))
    .filter(({ language, weight }) => weight > 0 && spokenLanguage(language))
    .toSorted((one, other) => other.weight - one.weight);
  return spokenLanguage(wanted[0]?.language);
}
