import { describe, expect, it } from 'vitest';
import { CASE } from '../app/a-dispute.ts';
import { aWeb } from './a-web.ts';

describe('an address', () => {
  it('says which methods it takes when asked with another', async () => {
    const web = await aWeb();
    const wrong = [
      ['DELETE', `/api/v1/cases/${CASE}`, 'GET, HEAD, OPTIONS'],
      ['PATCH', '/api/v1/cases', 'GET, HEAD, OPTIONS, POST'],
      ['GET', `/api/v1/cases/${CASE}/events`, 'OPTIONS, POST'],
      ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
      ['POST', '/docs', 'GET, HEAD, OPTIONS'],
      ['TRACE2', '/api/v1/me', 'GET, HEAD, OPTIONS'],
    ] as const;
    for (const [method, path, allow] of wrong) {
      const response = await web.as('ada', method, path);
      expect([response.status, response.headers.get('allow')], `${method} ${path}`).toEqual([405, allow]);
      expect(await response.json()).toMatchObject({ reason: 'MethodNotAllowed' });
    }
  });

  it('answers OPTIONS with its methods, and grants nothing to other sites', async () => {
    const web = await aWeb();
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const response = await web.as('stranger', 'OPTIONS', '/api/v1/cases', { headers });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('answers HEAD as GET, without the body', async () => {
    const web = await aWeb();
    for (const path of [`/api/v1/cases/${CASE}`, '/healthz', '/docs', '/']) {
      const response = await web.as('ada', 'HEAD', path);
      expect([response.status, await response.text()], path).toEqual([200, '']);
    }
  });

  it('that nobody knows is a problem like every other, whatever the method', async () => {
    const web = await aWeb();
    const bodies = new Set<string>();
    for (const path of ['/api/v1/nothing', '/api/v2/cases', `/api/v1/cases/${CASE}/secrets`, '/.env', '/dev/nothing']) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const response = await web.as('ada', method, path);
        expect(response.status, path).toBe(404);
        expect(response.headers.get('content-type')).toBe('application/problem+json');
        bodies.add(await response.text());
      }
    }
    expect(bodies.size).toBe(1);
  });

  it('with odd characters in it is looked up in vain', async () => {
    const web = await aWeb();
    const odd = [
      '%00',
      '..%2F..%2Fetc',
      "'%20OR%201=1--",
      '%E0%A4%A',
      '%F0%9F%98%80',
      'a'.repeat(190),
      '%2e%2e',
      '__proto__',
    ];
    for (const id of odd) {
      for (const path of [`/api/v1/cases/${id}`, `/api/v1/documents/${id}`, `/api/v1/workflows/${id}`]) {
        const response = await web.as('rita', 'GET', path);
        expect([400, 404], `${path} ${response.status}`).toContain(response.status);
      }
    }
    expect((await web.as('rita', 'GET', `/api/v1/cases/${'a'.repeat(201)}`)).status).toBe(400);
  });
});
