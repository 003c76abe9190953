import { Hono } from 'hono';
import { givenJson } from './given-json.ts';
import type { Operated } from './operated.ts';

/** Point-in-time recovery: Cloudflare keeps 30 days of an object's changes. The local runtime does not, and says so. */
export function recoveryRoutes({ storage, restart }: Operated): Hono {
  const app = new Hono();
  app.get('/bookmark', async (c) => {
    const at = c.req.query('at');
    const instant = at === undefined ? undefined : Date.parse(at);
    if (Number.isNaN(instant))
      return c.json({ refused: `"${at}" is no instant; give one like 2026-11-22T09:00:00Z` }, 400);
    const bookmark = await (instant === undefined ? storage.getCurrentBookmark() : storage.getBookmarkForTime(instant));
    return c.json({ bookmark });
  });
  app.post('/rewind', givenJson('rewind'), async (c) => {
    const undo = await storage.onNextSessionRestoreBookmark(c.req.valid('json').bookmark);
    restart();
    return c.json({ undo });
  });
  return app;
}
