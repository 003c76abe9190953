import { expect, it } from 'vitest';
import { aWeb, type TestWeb } from './a-web.ts';

const ORIGIN = 'https://tribunal.example';
const inProduction = () => aWeb({ mode: 'production', origin: ORIGIN });

/** Every cookie that a browser is given on its way: a language, the way to a code, a letter’s code, a session, its end. */
async function everyCookie(web: TestWeb): Promise<string[]> {
  const form = (fields: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return { body, headers: { origin: ORIGIN } };
  };
  const answers = [
    await web.as('stranger', 'GET', '/?lang=fr'),
    await web.as('stranger', 'POST', '/sign-in', form({ email: 'ada@example.org', next: '/' })),
    await web.as('stranger', 'POST', '/n/abcd-efgh-jkmn-pqrs', form({ way: 'mail' })),
    await web.as('stranger', 'POST', '/join', form({ code: 'abcd-efgh-jkmn-pqrs' })),
    await web.as('ada', 'DELETE', '/api/v1/auth/sessions/current'),
  ];
  return answers.flatMap(({ headers }) => headers.getSetCookie());
}

it('every cookie is bound to this host and to https, for no script and no other site', async () => {
  const cookies = await everyCookie(await inProduction());
  const names = new Set(cookies.map((cookie) => cookie.split('=')[0]));
  expect(names).toContain('__Host-parley');
  expect(names).toContain('__Host-parley-browser');
  expect(names).toContain('__Host-parley-language');
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-/);
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie.split('; '), cookie).toContain(attribute);
    expect(cookie).not.toMatch(/domain=/i);
  }
});

it('a language that was chosen is kept for the next page', async () => {
  const web = await inProduction();
  const cookie = (await web.as('stranger', 'GET', '/?lang=fr')).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(await (await web.as('stranger', 'GET', '/', { headers: { cookie } })).text()).toContain('<html lang="fr"');
});

it('who signs out leaves no page behind in the browser', async () => {
  const web = await inProduction();
  const cookie = `__Host-parley=${web.token('ben')}`;
  const ways = [
    await web.as('ada', 'DELETE', '/api/v1/auth/sessions/current'),
    await web.as('stranger', 'POST', '/sign-out', { headers: { cookie, origin: ORIGIN } }),
  ];
  for (const { headers } of ways) expect(headers.get('clear-site-data')).toBe('"cache", "storage"');
});

it('keeps the language that a link to sign in names, for who is signed in already', async () => {
  const web = await aWeb();
  const led = await web.as('ada', 'GET', '/sign-in?lang=fr&next=/cases');
  expect([led.status, led.headers.get('location')]).toEqual([303, '/cases']);
  expect(led.headers.getSetCookie()[0]).toMatch(/language=fr/);
});
