import { describe, expect, it } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { STORY } from '../app/a-dispute.ts';
import { aWeb, HOSTILE_MAIL, type RequestOptions, type TestWeb } from './a-web.ts';

async function page(web: TestWeb, path: string, options: RequestOptions = {}, method = 'GET') {
  const response = await web.as('stranger', method, path, options);
  return { response, html: await response.text() };
}
const pressing = (fields: Record<string, string>, headers = {}): RequestOptions => ({
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', ...headers },
});

describe('the home page', () => {
  it('says what is here and how to try a case', async () => {
    const { html } = await page(await aWeb({ happenings: STORY.negotiation }), '/');
    for (const path of ['/docs', '/openapi.json', '/readyz', '/metrics', '/api/v1/workflows', '/dev/mail'])
      expect(html).toContain(`href="${path}`);
    expect(html).toContain('curl -s http://localhost/api/v1/me');
    expect(html.startsWith('<!doctype html><html lang="en" ')).toBe(true);
  });

  it('speaks the language that was asked for, or else the browser’s', async () => {
    const web = await aWeb();
    const languageOf = async (path: string, accept?: string) => {
      const { html, response } = await page(web, path, accept ? { headers: { 'accept-language': accept } } : {});
      expect(html).toContain(response.headers.get('content-language') === 'fr' ? fr.home.lead : en.home.lead);
      return /<html lang="(\w+)"/.exec(html)?.[1];
    };
    expect(await languageOf('/?lang=fr')).toBe('fr');
    expect(await languageOf('/?lang=en', 'fr')).toBe('en');
    expect(await languageOf('/', 'fr-CA,fr;q=0.9,en;q=0.8')).toBe('fr');
    expect(await languageOf('/', 'de, fr;q=0.2, en;q=0.7')).toBe('en');
    expect(await languageOf('/', '*')).toBe('en');
    expect(await languageOf('/?lang=xx')).toBe('en');
  });

  it('has every text in both languages', () => {
    const paths = (value: object, prefix = ''): string[] =>
      Object.entries(value).flatMap(([name, inner]) =>
        typeof inner === 'string' ? [`${prefix}${name}`] : paths(inner, `${prefix}${name}.`),
      );
    expect(paths(fr)).toEqual(paths(en));
    expect(JSON.stringify([en, fr])).not.toContain('""');
  });
});

describe('in a demonstration', () => {
  it('one click makes someone one of its people, in the browser and on the command line', async () => {
    const web = await aWeb();
    const { html, response } = await page(web, '/dev/sign-in', pressing({ email: 'ada@example.org' }), 'POST');
    const token = /TOKEN=([\w-]{43})/.exec(html)?.[1];
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).toBe(`parley=${token}`);
    const me = await web.as('stranger', 'GET', '/api/v1/me', { headers: { cookie } });
    expect(await me.json()).toMatchObject({ user: { email: 'ada@example.org' } });
    const home = await page(web, '/', { headers: { cookie } });
    expect(home.html).toContain('You are signed in as ADA.');
  });

  it('a program signs in the same way', async () => {
    const web = await aWeb();
    const response = await web.as('stranger', 'POST', '/dev/sign-in', { json: { email: 'rita@example.org' } });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ token: expect.any(String), user: { roles: ['registrar'] } });
  });

  it('nobody becomes anyone else', async () => {
    const web = await aWeb();
    for (const email of ['nora@example.org', 'eve@example.org', '']) {
      const { response } = await page(web, '/dev/sign-in', pressing({ email }), 'POST');
      expect([response.status, response.headers.get('set-cookie')], email).toEqual([404, null]);
    }
  });

  it('the clock turns forward, and only forward', async () => {
    const web = await aWeb();
    const { html } = await page(web, '/dev/clock', pressing({ advance: 'P15D' }), 'POST');
    expect(html).toContain('It is now 2026-03-17T17:00:00.000Z. 2 deadlines');
    const program = await web.as('stranger', 'POST', '/dev/clock', { json: { advance: 'PT36H' } });
    expect(await program.json()).toEqual({ now: '2026-03-17T17:00:00.000Z', ran: 2 });
    for (const advance of ['-P1D', 'P0D', 'P11Y', 'tomorrow', '', 15, null, { days: 1 }, 'P9999999999D']) {
      const response = await web.as('stranger', 'POST', '/dev/clock', { json: { advance } });
      expect(response.status, String(advance)).toBe(422);
    }
    const text = { headers: { 'content-type': 'text/plain' }, body: '{"advance":"P15D"}' };
    expect((await web.as('stranger', 'POST', '/dev/clock', text)).status).toBe(415);
    expect(web.turned).toEqual(['P15D', 'PT36H']);
  });

  it('mail is shown as it is, and can do nothing', async () => {
    const web = await aWeb();
    const path = `/dev/mail/${encodeURIComponent(HOSTILE_MAIL.key)}`;
    const { html: list } = await page(web, '/dev/mail');
    expect(list).toContain(`href="${path}?lang=en"`);
    const { html: message } = await page(web, path);
    expect(message).toContain('Your code is 123456.');
    expect(message).toContain('sandbox=""');
    for (const html of [list, message]) {
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toContain('<script>alert');
    }
    const { response, html } = await page(web, `${path}/html`);
    expect(html).toBe(HOSTILE_MAIL.html);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'.*sandbox/);
    expect(policy).not.toContain('script-src');
    expect((await page(web, '/dev/mail/none')).response.status).toBe(404);
  });

  it('a script reads the mail as JSON', async () => {
    const web = await aWeb();
    const headers = { accept: 'application/json' };
    const list = (await (await web.as('stranger', 'GET', '/dev/mail', { headers })).json()) as {
      items: { key: string }[];
    };
    expect(list.items.map(({ key }) => key)).toEqual([HOSTILE_MAIL.key]);
    const path = `/dev/mail/${encodeURIComponent(HOSTILE_MAIL.key)}`;
    expect(await (await web.as('stranger', 'GET', path, { headers })).json()).toEqual(HOSTILE_MAIL);
  });
});

describe('an address where there is no page', () => {
  it('leads back to the home page, whatever is or is not there', async () => {
    const web = await aWeb();
    const headers = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'fr' };
    const { response, html } = await page(web, '/nothing', { headers });
    expect(response.status).toBe(404);
    expect(html).toContain(fr.missing.text);
    const api = await page(web, '/api/v1/nothing', { headers });
    expect(api.response.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('in production', () => {
  it('there is no mailbox, no clock and no sign-in by click, as if they had never been', async () => {
    const web = await aWeb({ mode: 'production', origin: 'https://tribunal.example' });
    const unknown = await (await web.as('stranger', 'GET', '/nothing')).text();
    for (const [method, path] of [
      ['GET', '/dev/mail'],
      ['POST', '/dev/clock'],
      ['POST', '/dev/sign-in'],
      ['OPTIONS', '/dev/clock'],
    ] as const) {
      const response = await web.as('stranger', method, path);
      expect([response.status, await response.text()], path).toEqual([404, unknown]);
    }
    const { html } = await page(web, '/');
    expect(html).not.toContain('/dev/');
  });

  it('a demonstration’s ports are no way in: the mode decides', async () => {
    const ports = {
      demo: {
        people: [],
        advanceClock: () => Promise.reject(),
        listMail: () => Promise.reject(),
        readMail: () => Promise.reject(),
      },
    };
    const web = await aWeb({ mode: 'production', origin: 'https://tribunal.example', ports });
    expect((await web.as('stranger', 'GET', '/dev/mail')).status).toBe(404);
  });
});
