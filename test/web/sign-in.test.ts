import { describe, expect, it } from 'vitest';
import { aWeb, type TestWeb } from './a-web.ts';

/** The code that stands in the newest mail to an address. */
function mailedCode(web: TestWeb, email: string): string {
  const rows = web.tribunal.registry.read((reads) => reads.outboxReady('2999-01-01T00:00:00.000Z', 100));
  const row = rows.filter(({ kind, subject }) => kind === 'signInCode' && subject === email).at(-1);
  return (row?.payload as { code: string } | undefined)?.code ?? '';
}

const ask = (web: TestWeb, email: string) => web.as('stranger', 'POST', '/api/v1/auth/codes', { json: { email } });
const enter = (web: TestWeb, email: string, code: string, headers = {}) =>
  web.as('stranger', 'POST', '/api/v1/auth/sessions', { json: { email, code }, headers });

describe('someone with an address', () => {
  it('signs in with the code from their mail, once', async () => {
    const web = await aWeb();
    expect((await ask(web, 'ada@example.org')).status).toBe(202);
    const code = mailedCode(web, 'ada@example.org');
    const session = await enter(web, 'ada@example.org', code);
    expect(session.status).toBe(201);
    const { token, user } = (await session.json()) as { token: string; user: { email: string } };
    expect(user.email).toBe('ada@example.org');
    const me = await web.as('stranger', 'GET', '/api/v1/me', { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ user: { email: 'ada@example.org' }, cases: [{}] });
    expect((await enter(web, 'ada@example.org', code)).status).toBe(401);
  });

  it('gets a cookie that no script can read and no other site can send along', async () => {
    const web = await aWeb({ mode: 'production', origin: 'https://tribunal.example' });
    await ask(web, 'ada@example.org');
    const session = await enter(web, 'ada@example.org', mailedCode(web, 'ada@example.org'));
    const cookie = session.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-parley=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await web.as('stranger', 'GET', '/api/v1/me', { headers })).status).toBe(200);
  });

  it('is signed out for good when they sign out', async () => {
    const web = await aWeb();
    const headers = { cookie: `parley=${web.token('ada')}` };
    const out = await web.as('stranger', 'DELETE', '/api/v1/auth/sessions/current', { headers });
    expect([out.status, out.headers.get('set-cookie')?.includes('Max-Age=0')]).toEqual([204, true]);
    expect((await web.as('stranger', 'GET', '/api/v1/me', { headers })).status).toBe(401);
    expect((await web.as('ada', 'GET', '/api/v1/me')).status).toBe(401);
  });

  it('leaves the session they had behind: nobody can plant one on them', async () => {
    const web = await aWeb();
    await ask(web, 'ada@example.org');
    const headers = { cookie: `parley=${web.token('ben')}`, origin: 'http://localhost' };
    expect((await enter(web, 'ada@example.org', mailedCode(web, 'ada@example.org'), headers)).status).toBe(201);
    expect((await web.as('ben', 'GET', '/api/v1/me')).status).toBe(401);
  });
});

describe('asking for a code', () => {
  it('answers the same for an address that is known and for one that is not', async () => {
    const web = await aWeb();
    const answers: object[] = [];
    for (const email of ['ada@example.org', 'nobody@example.org']) {
      const response = await ask(web, email);
      answers.push({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      });
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it.each(['', 'ada', 'ada@', 'a@b\r\nBcc: c@d.e', 'ada@example.org, eve@example.org', `${'x'.repeat(250)}@e.org`])(
    'names the field when it is no address: %j',
    async (email) => {
      const web = await aWeb();
      const response = await ask(web, email);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ path: 'email' }] });
    },
  );

  it('is limited by the address it comes from', async () => {
    const limit = { burst: 5, perSecond: 0.1 };
    const web = await aWeb({
      rateLimits: {
        user: limit,
        address: { burst: 100, perSecond: 1 },
        signIn: limit,
        rehearsal: limit,
        upload: limit,
      },
    });
    const from = (address: string, n: number) =>
      web.as('stranger', 'POST', '/api/v1/auth/codes', {
        json: { email: `p${n}@example.org` },
        headers: { 'x-test-address': address },
      });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await from('198.51.100.7', n)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429, 429]);
    const refused = await from('198.51.100.7', 8);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('198.51.100.8', 9)).status).toBe(202);
  });
});

describe('guessing a code', () => {
  it('ends after five tries, also when they come at once', async () => {
    const web = await aWeb();
    await ask(web, 'ada@example.org');
    const code = mailedCode(web, 'ada@example.org');
    const wrong = Array.from({ length: 5 }, (_, n) => String((Number(code) + n + 1) % 1_000_000).padStart(6, '0'));
    const answers = await Promise.all(wrong.map((guess) => enter(web, 'ada@example.org', guess)));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    const late = await enter(web, 'ada@example.org', code);
    expect(late.status).toBe(401);
    expect(await late.json()).toMatchObject({ reason: 'WrongCode' });
  });
});
