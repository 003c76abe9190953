import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CASE, STORY } from '../app/a-dispute.ts';
import { aWeb, type TestWeb } from './a-web.ts';

/** What a phone loads that has never been here: the page and all it names, compressed. */
const MOST_BYTES = 100_000;

async function firstLoad(web: TestWeb, path: string): Promise<number> {
  const html = await (await web.as('ada', 'GET', path)).text();
  const loaded = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset ?? '');
  const texts = await Promise.all(
    [...new Set(loaded)].map(async (asset) => (await web.as('stranger', 'GET', asset)).text()),
  );
  return [html, ...texts].reduce((sum, text) => sum + gzipSync(text).length, 0);
}

describe('the first load', () => {
  it.each(['/', '/sign-in', '/cases', `/cases/${CASE}`])(
    'is light for a phone far from any tower: %s',
    async (path) => {
      expect(await firstLoad(await aWeb({ happenings: STORY.negotiation }), path)).toBeLessThan(MOST_BYTES / 3);
    },
  );

  it('comes compressed to whoever can read it so', async () => {
    const web = await aWeb();
    const html = await (await web.as('stranger', 'GET', '/')).text();
    const sheet = /href="(\/assets\/parley[^"]+)"/.exec(html)?.[1] ?? '';
    const { headers } = await web.as('stranger', 'GET', sheet, { headers: { 'accept-encoding': 'gzip' } });
    expect(headers.get('content-encoding')).toBe('gzip');
  });
});
