import { Hono } from 'hono';
import type { Ids } from '../../app/ports/ids.ts';
import type { WebEnv } from '../web-env.ts';
import { MARK } from './mark.ts';
import { STYLE_SHEET } from './style-sheet.ts';

/** Where pages find what they load. A name holds the hash of what it names, so browsers keep it for good. */
export interface Assets {
  readonly styleSheet: string;
  readonly mark: string;
}

const FOR_GOOD = 'public, max-age=31536000, immutable';
const HASH_LENGTH = 16;

export function assetPaths({ hash }: Pick<Ids, 'hash'>): Assets {
  const short = (text: string) => hash(text).slice(0, HASH_LENGTH);
  return { styleSheet: `/assets/parley.${short(STYLE_SHEET)}.css`, mark: `/assets/mark.${short(MARK)}.svg` };
}

/** Everything that pages load comes from here; nothing from anyone else. */
export function assetRoutes(assets: Assets): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const serve = (path: string, type: string, text: string) =>
    app.get(path, (c) => {
      c.header('Cache-Control', FOR_GOOD);
      return c.body(text, 200, { 'Content-Type': type });
    });
  serve(assets.styleSheet, 'text/css; charset=utf-8', STYLE_SHEET);
  serve(assets.mark, 'image/svg+xml', MARK);
  return app;
}
