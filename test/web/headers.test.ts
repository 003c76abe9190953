import { describe, expect, it } from 'vitest';
import { CASE } from '../app/a-dispute.ts';
import { aWeb, type TestWeb } from './a-web.ts';
import { addressOf, everyCall } from './every-call.ts';

/** With what is there behind them; every other page is asked for in vain. */
const PAGES = [
  '/problems/NotFound',
  '/dev/mail/case%2Fnotice%2Femail',
  `/cases/${CASE}/act/DECLARE_CONFLICT`,
  '/start/deposit',
  '/missing',
];

/** The one answer that is the same for everybody: readers of feeds come for it again and again. */
const PUBLIC = 'GET /register.atom';

async function everyAnswer(web: TestWeb): Promise<[string, Response][]> {
  const calls = everyCall(web.app).map((call) => [call.method, addressOf(call, CASE)] as const);
  const pages = web.app.routes
    .filter(({ method, path }) => method === 'GET' && !/^\/(api|assets)\//.test(path))
    .map(({ path }) => path.replace(/:\w+/g, CASE));
  expect(pages.length).toBeGreaterThan(30);
  const asked = [
    ...calls,
    ...[...new Set(pages), ...PAGES].map((path) => ['GET', path] as const),
    ['OPTIONS', '/api/v1/me'] as const,
  ];
  return Promise.all(
    asked.map(async ([method, path]): Promise<[string, Response]> => {
      const options = method === 'GET' || method === 'OPTIONS' ? {} : { json: {} };
      return [`${method} ${path}`, await web.as('ada', method, path, options)];
    }),
  );
}

describe('every answer', () => {
  it('tells browsers to be careful with it', async () => {
    const web = await aWeb();
    for (const [what, { headers }] of await everyAnswer(web)) {
      expect(headers.get('content-security-policy'), what).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy'), what).toContain("base-uri 'none'");
      expect(headers.get('content-security-policy'), what).not.toContain('unsafe');
      expect(headers.get('x-content-type-options'), what).toBe('nosniff');
      expect(headers.get('x-frame-options'), what).toBe('DENY');
      expect(headers.get('referrer-policy'), what).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy'), what).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy'), what).toBe('same-origin');
      expect(headers.get('permissions-policy'), what).toContain('camera=()');
      expect(headers.get('cache-control'), what).toBe(what === PUBLIC ? 'public, max-age=300' : 'no-store');
      expect(headers.get('access-control-allow-origin'), what).toBeNull();
      expect(headers.get('x-powered-by'), what).toBeNull();
      if (/^text\/|\+xml/.test(headers.get('content-type') ?? ''))
        expect(headers.get('content-type'), what).toMatch(/; ?charset=utf-8$/i);
    }
  });

  it('in production keeps browsers on https', async () => {
    const web = await aWeb({ mode: 'production', origin: 'https://tribunal.example' });
    for (const [what, { headers }] of await everyAnswer(web))
      expect(headers.get('strict-transport-security'), what).toBe('max-age=63072000; includeSubDomains');
  });
});

describe('a page', () => {
  it('may run only scripts that bear its nonce, another one each time', async () => {
    const web = await aWeb();
    const nonceOf = async () => {
      const { headers } = await web.as('stranger', 'GET', '/');
      return /'nonce-([\w-]{43})'/.exec(headers.get('content-security-policy') ?? '')?.[1];
    };
    const [one, other] = [await nonceOf(), await nonceOf()];
    expect(one).toBeDefined();
    expect(one).not.toBe(other);
  });
});

describe('what pages load', () => {
  it('comes from us and stays in the cache for good', async () => {
    const web = await aWeb();
    const page = await (await web.as('stranger', 'GET', '/')).text();
    const loaded = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(new Set(loaded).size).toBe(3);
    for (const path of loaded) {
      const { status, headers } = await web.as('stranger', 'GET', path);
      expect(status, path).toBe(200);
      expect(headers.get('cache-control')).toContain('immutable');
    }
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
