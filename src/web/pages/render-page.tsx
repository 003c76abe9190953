/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Ids } from '../../app/ports/ids.ts';
import type { Assets } from '../assets/asset-routes.ts';
import type { WebEnv } from '../web-env.ts';
import { type Words, wordsFor } from '../words.ts';
import { Layout } from './layout.tsx';

/** What every page is made with. */
export interface PageTools {
  readonly assets: Assets;
  readonly ids: Pick<Ids, 'newSecret'>;
}

interface Page {
  readonly title: string;
  readonly body: Child;
  readonly status?: 200 | 404 | 422;
  /** Pages that exist in one language only say so. */
  readonly language?: 'en';
}

/** Lays a page out in the reader's language. It may load what we serve and run scripts that bear its nonce; nothing else. */
export function renderPage(
  c: Context<WebEnv>,
  { assets, ids }: PageTools,
  make: (words: Words, nonce: string) => Page,
): Response {
  const words = wordsFor(c.get('language'));
  const nonce = ids.newSecret();
  const { title, body, status = 200, language } = make(words, nonce);
  const lang = language ?? words.lang;
  const layout = (
    <Layout title={title} words={words} lang={lang} path={c.req.path} assets={assets} hasLanguages={!language}>
      {body}
    </Layout>
  );
  c.header('Content-Security-Policy', policy(nonce));
  c.header('Content-Language', lang);
  c.header('Vary', 'Accept-Language, Cookie');
  return c.html(`<!doctype html>${layout.toString()}`, status);
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
