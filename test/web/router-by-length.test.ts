import { TrieRouter } from 'hono/router/trie-router';
import { expect, it } from 'vitest';
import { RouterByLength } from '../../src/web/router-by-length.ts';
import { aWeb } from './a-web.ts';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PURGE'];

it('a request comes to the same handlers, whether they are looked for among those of its length or among all', async () => {
  const { app } = await aWeb();
  const [byLength, among] = [new RouterByLength<object>(), new TrieRouter<object>()];
  for (const router of [byLength, among])
    for (const { method, path, handler } of app.routes) router.add(method, path, handler);
  for (const path of new Set(app.routes.map(({ path }) => path).flatMap(addressesOf)))
    for (const method of METHODS) {
      const found = byLength.match(method, path)[0].map(([handler]) => handler);
      expect(found, `${method} ${path}`).toEqual(among.match(method, path)[0].map(([handler]) => handler));
    }
});

it('a route that is added late is found, too, with what it is asked about', () => {
  const router = new RouterByLength<string>();
  router.add('GET', '/cases/:id', 'read');
  expect(router.match('GET', '/cases/7')[0]).toHaveLength(1);
  router.add('GET', '/cases/:id/letters', 'letters');
  router.add('GET', '/pages/:page{.+}', 'page');
  expect(router.match('GET', '/cases/7/letters')[0].map(([handler]) => handler)).toEqual(['letters']);
  expect(router.match('GET', '/pages/a/b/c')[0].map(([handler]) => handler)).toEqual(['page']);
});

/** One that fits, and others that nearly do. */
function addressesOf(pattern: string): string[] {
  const path = pattern.replace(/:[^/]+/g, 'a0b1').replace('*', 'a0b1');
  return [path, `${path}/`, `${path}/more`, path.replace('a0b1', ''), path.slice(0, path.lastIndexOf('/')) || '/'];
}
