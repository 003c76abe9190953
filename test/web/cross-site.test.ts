import { describe, expect, it } from 'vitest';
import { CASE } from '../app/a-dispute.ts';
import { aWeb, type TestWeb } from './a-web.ts';
import { addressOf, everyCall } from './every-call.ts';

const HOSTILE: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost.evil.example' },
  { origin: 'https://localhost' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' },
];

const byCookie = (web: TestWeb) => ({ cookie: `parley=${web.token('ada')}` });

describe('a page of another site', () => {
  it("cannot do anything with a visitor's session", async () => {
    const web = await aWeb();
    const mutations = everyCall(web.app).filter(({ isMutation }) => isMutation);
    expect(mutations.length).toBeGreaterThan(10);
    for (const call of mutations) {
      for (const headers of HOSTILE) {
        const options = { json: {}, headers: { ...byCookie(web), ...headers } };
        const response = await web.as('stranger', call.method, addressOf(call, CASE), options);
        expect(response.status, `${call.method} ${call.pattern} ${JSON.stringify(headers)}`).toBe(403);
        expect(await response.json()).toMatchObject({ reason: 'CrossSite' });
      }
    }
  });

  it('cannot send any form of ours for a visitor', async () => {
    const web = await aWeb();
    const forms = web.app.routes.filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/'));
    expect(forms.length).toBeGreaterThan(20);
    for (const { path } of forms) {
      for (const hostile of HOSTILE) {
        const headers = { ...byCookie(web), ...hostile, 'content-type': 'application/x-www-form-urlencoded' };
        const response = await web.as('stranger', 'POST', path.replace(/:\w+/g, CASE), { body: '_key=k', headers });
        expect(response.status, `${path} ${JSON.stringify(hostile)}`).toBe(403);
      }
    }
  });

  it('cannot sign a visitor in, turn the clock or sign them in as someone of the demonstration', async () => {
    const web = await aWeb();
    for (const path of ['/dev/sign-in', '/dev/clock', '/api/v1/auth/sessions']) {
      const response = await web.as('stranger', 'POST', path, {
        json: {},
        headers: { origin: 'https://evil.example' },
      });
      expect(response.status, path).toBe(403);
    }
  });

  it('cannot send a form in the place of JSON', async () => {
    const web = await aWeb();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', '']) {
      const headers = { ...byCookie(web), ...(type ? { 'content-type': type } : {}) };
      const body = new TextEncoder().encode('{"type":"WITHDRAW"}');
      const response = await web.as('stranger', 'POST', `/api/v1/cases/${CASE}/events`, { body, headers });
      expect(response.status, type).toBe(415);
    }
  });
});

describe('our own page', () => {
  it('acts with the session of its visitor', async () => {
    const web = await aWeb();
    for (const headers of [
      { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ]) {
      const options = { json: { type: 'SEND_OPEN' }, headers: { ...byCookie(web), ...headers } };
      const response = await web.as('stranger', 'POST', `/api/v1/cases/${CASE}/events`, options);
      expect(await response.json()).not.toMatchObject({ reason: 'CrossSite' });
    }
  });

  it('of a demonstration is where the machine itself is asked, by no name that anyone could choose', async () => {
    const web = await aWeb();
    const signIn = async (host: string) => {
      const headers = { origin: host, 'content-type': 'application/json' };
      const body = JSON.stringify({ email: 'ada@example.org' });
      return (await web.app.request(`${host}/dev/sign-in`, { method: 'POST', headers, body })).status;
    };
    expect(await signIn('http://127.0.0.1:3000')).toBe(201);
    expect(await signIn('http://rebound.example:3000')).toBe(403);
  });

  it('in production is only the one at the configured address', async () => {
    const web = await aWeb({ mode: 'production', origin: 'https://tribunal.example' });
    const cookie = `__Host-parley=${web.token('ada')}`;
    const from = (origin: string) =>
      web.as('stranger', 'DELETE', '/api/v1/auth/sessions/current', { headers: { cookie, origin } });
    expect((await from('https://other.tribunal.example')).status).toBe(403);
    expect((await from('https://tribunal.example')).status).toBe(204);
  });
});

describe('a program with a bearer token', () => {
  it('needs no origin: no browser sends a token on its own', async () => {
    const web = await aWeb();
    const options = { json: { type: 'SEND_OPEN' }, headers: { origin: 'https://evil.example' } };
    const response = await web.as('ada', 'POST', `/api/v1/cases/${CASE}/events`, options);
    expect(await response.json()).not.toMatchObject({ reason: 'CrossSite' });
  });

  it('is nobody with a wrong token, even beside a good cookie', async () => {
    const web = await aWeb();
    const headers = { ...byCookie(web), authorization: 'Bearer nonsense' };
    expect((await web.as('stranger', 'GET', '/api/v1/me', { headers })).status).toBe(401);
  });
});
