/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Ids } from '../../app/ports/ids.ts';
import type { Tribunal } from '../../domain/process/process.ts';
import type { Assets } from '../assets/asset-routes.ts';
import { rememberLanguage } from '../preferred-language.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebSettings } from '../web-ports.ts';
import { type Words, wordsFor } from '../words.ts';
import { Layout } from './layout.tsx';
import type { PageError } from './page-errors.tsx';

/** What every page is made with. */
export interface PageTools {
  readonly assets: Assets;
  readonly ids: Pick<Ids, 'newSecret'>;
  readonly tribunal: Tribunal;
  readonly settings: Pick<WebSettings, 'origin'>;
  /** People have a page of their own, where they link a Digital ID. */
  readonly hasAccountPage?: boolean;
}

interface Page {
  readonly title: string;
  readonly body: Child;
  readonly status?: ContentfulStatusCode;
  /** What is wrong with what was sent: the title says that there is something, the status is 422. */
  readonly errors?: readonly PageError[];
  /** Where the same page is in the other language; default: here. */
  readonly path?: string;
  /** What stands in its form and nowhere else: the other language is asked for with it, and nobody types it again. */
  readonly typed?: readonly (readonly [name: string, text: string])[] | undefined;
  /** It tells of someone's dispute: there is a quick way out of it for its people. */
  readonly isPrivate?: true;
  /** It runs no script. What is not there is then the same, byte for byte, whatever the reason. */
  readonly isPlain?: true;
  /** What programs read to see what is new on it. */
  readonly feed?: { readonly href: string; readonly title: string };
  /** Pages that exist in one language only say so. */
  readonly language?: 'en';
}

/** Lays a page out in the reader's language. It may load what we serve and run scripts that bear its nonce; nothing else. */
export function renderPage(
  c: Context<WebEnv>,
  { assets, ids, tribunal, settings, hasAccountPage }: PageTools,
  make: (words: Words, nonce: string) => Page,
): Response {
  const words = wordsFor(c.get('language'));
  const nonce = ids.newSecret();
  const { title, body, language, path, typed, errors = [], isPrivate, isPlain, feed, ...page } = make(words, nonce);
  const hasErrors = errors.length > 0;
  const { status = hasErrors ? 422 : 200 } = page;
  const lang = language ?? words.lang;
  rememberLanguage(c, settings);
  const layout = (
    <Layout
      title={hasErrors ? words.errors.prefix + title : title}
      words={words}
      lang={lang}
      otherLanguage={language ? undefined : inLanguage(path ?? new URL(c.req.url).search, lang === 'fr' ? 'en' : 'fr')}
      typed={typed}
      feed={feed}
      assets={assets}
      nonce={isPlain ? undefined : nonce}
      tribunal={tribunal}
      exitTo={isPrivate && !isStaff(c) ? words.exit.to : undefined}
      isSignedIn={c.get('viewer').kind === 'user'}
      isOfTribunal={isOfTribunal(c)}
      hasAccountPage={hasAccountPage}
    >
      {body}
    </Layout>
  );
  c.header('Content-Security-Policy', policy(nonce));
  c.header('Content-Language', lang);
  c.header('Vary', 'Accept-Language, Cookie');
  return c.html(`<!doctype html>${layout.toString()}`, status);
}

function isStaff(c: Context<WebEnv>): boolean {
  const viewer = c.get('viewer');
  return viewer.kind === 'user' && viewer.roles.length > 0;
}

/** An administrator has no disputes but those in which they are a party. */
function isOfTribunal(c: Context<WebEnv>): boolean {
  const viewer = c.get('viewer');
  return viewer.kind === 'user' && viewer.roles.some((role) => role !== 'admin');
}

/** The same place in another language. Relative to the page: an address that leads nowhere is not said back. */
function inLanguage(place: string, language: string): string {
  const [path = '', search = ''] = place.split('?');
  const query = new URLSearchParams(search);
  query.set('lang', language);
  return `${path}?${query}`;
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
