import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { script, styleSheet } from '#compiled-assets';
import type { Ids } from '../../app/ports/ids.ts';
import type { WebEnv } from '../web-env.ts';
import { MARK } from './mark.ts';
import { type OwnTheme, themeRule } from './theme.ts';

/** Where pages find what they load. A name holds the hash of what it names, so browsers keep it for good. */
export interface Assets {
  readonly styleSheet: string;
  readonly script: string;
  readonly mark: string;
  /** Of a tribunal with colours of its own. */
  readonly theme?: string;
}

const FOR_GOOD = 'public, max-age=31536000, immutable';
const HASH_LENGTH = 16;

/** @param theme what a tribunal's look has of its own */
export function assetPaths({ hash }: Pick<Ids, 'hash'>, theme?: OwnTheme): Assets {
  const named = (name: string, text: string, ending: string) =>
    `/assets/${name}.${hash(text).slice(0, HASH_LENGTH)}.${ending}`;
  return {
    styleSheet: named('parley', styleSheet, 'css'),
    script: named('parley', script, 'js'),
    mark: named('mark', MARK, 'svg'),
    ...(theme ? { theme: named('theme', themeRule(theme), 'css') } : {}),
  };
}

/** Everything that pages load comes from here; nothing from anyone else. */
export function assetRoutes(assets: Assets, theme: OwnTheme = {}): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const serve = (path: string, type: string, text: string) =>
    app.get(path, compress(), (c) => {
      c.header('Cache-Control', FOR_GOOD);
      return c.body(text, 200, { 'Content-Type': type });
    });
  serve(assets.styleSheet, 'text/css; charset=utf-8', styleSheet);
  serve(assets.script, 'text/javascript; charset=utf-8', script);
  serve(assets.mark, 'image/svg+xml', MARK);
  if (assets.theme) serve(assets.theme, 'text/css; charset=utf-8', themeRule(theme));
  return app;
}
