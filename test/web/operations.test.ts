import { describe, expect, it } from 'vitest';
import { StorageUnavailable } from '../../src/app/ports/registry.ts';
import { TokenBuckets } from '../../src/web/limits/token-buckets.ts';
import { CASE } from '../app/a-dispute.ts';
import { aWeb } from './a-web.ts';

describe('operators', () => {
  it('see that it lives, whether it can serve, and its metrics', async () => {
    const web = await aWeb();
    expect(await (await web.as('stranger', 'GET', '/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await web.as('stranger', 'GET', '/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, checks: [{ name: 'database', ok: true }] },
    ]);
    const metrics = await web.as('stranger', 'GET', '/metrics');
    expect([metrics.headers.get('content-type'), await metrics.text()]).toEqual([
      'text/plain; version=0.0.4; charset=utf-8',
      'parley_cases 1\n',
    ]);
  });

  it('can close the metrics to whoever does not bear a secret: there is nothing, then', async () => {
    const mayReadMetrics = (headers: Headers) => headers.get('authorization') === 'Bearer open sesame';
    const web = await aWeb({ ports: { mayReadMetrics } });
    const asked = (authorization: string) =>
      web.as('stranger', 'GET', '/metrics', authorization ? { headers: { authorization } } : {});
    expect((await asked('Bearer open sesame')).status).toBe(200);
    for (const wrong of ['', 'Bearer open sesam', 'Basic open sesame']) {
      const closed = await asked(wrong);
      expect([closed.status, await closed.json()], wrong).toMatchObject([404, { reason: 'NotFound' }]);
    }
  });

  it('see that it cannot serve when one check fails', async () => {
    const readiness = async () => [
      { name: 'database', ok: true },
      { name: 'clock', ok: false },
    ];
    const web = await aWeb({ ports: { readiness } });
    const response = await web.as('stranger', 'GET', '/readyz');
    expect([response.status, await response.json()]).toMatchObject([503, { ready: false }]);
  });

  it('find in the log what was asked and how it went, and nothing of anybody', async () => {
    const web = await aWeb();
    await web.as('ada', 'GET', `/api/v1/cases/${CASE}?secret=1`);
    await web.as('ada', 'GET', '/api/v1/cases?q=byron');
    await web.as('ada', 'POST', `/api/v1/cases/${CASE}/events`, { json: { type: 'NONSENSE' } });
    await web.as('ada', 'GET', '/ada@example.org');
    expect(web.lines.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'GET /api/v1/cases/:id 200',
      'GET /api/v1/cases 200',
      'POST /api/v1/cases/:id/events 422',
      'GET unmatched 404',
    ]);
    expect(web.lines.every(({ ms }) => ms >= 0)).toBe(true);
    expect(JSON.stringify(web.lines)).not.toMatch(/ada|byron|secret/);
  });
});

describe('when the disk is full', () => {
  it('people can read, and who writes hears that nothing was changed', async () => {
    const web = await aWeb();
    const { registry } = web.tribunal;
    const full = {
      ...registry,
      read: registry.read.bind(registry),
      commit: () => Promise.reject(new StorageUnavailable('full')),
    };
    const { app } = await aWeb({ ports: { registry: full } });
    const headers = { authorization: `Bearer ${web.token('ada')}` };
    expect((await app.request(`/api/v1/cases/${CASE}`, { headers })).status).toBe(200);
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"type":"WITHDRAW"}',
    };
    const response = await app.request(`/api/v1/cases/${CASE}/events`, options);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await response.json()).toMatchObject({ reason: 'StorageUnavailable' });
  });
});

describe('when something breaks that nobody foresaw', () => {
  it('the caller hears nothing of what was inside', async () => {
    const readiness = () => Promise.reject(new Error('password=hunter2 at /srv/parley/registry.db'));
    const web = await aWeb({ ports: { readiness } });
    const response = await web.as('stranger', 'GET', '/readyz');
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(body).toContain('"reason":"Unexpected"');
    expect(body).not.toMatch(/hunter2|registry|Error/);
    expect(web.errors).toHaveLength(1);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('too many requests', () => {
  it('are refused for the account that makes them, and for nobody else', async () => {
    const few = { burst: 3, perSecond: 0.001 };
    const web = await aWeb({ rateLimits: { user: few, address: few, signIn: few, rehearsal: few, upload: few } });
    const asking = async (name: 'ada' | 'ben' | 'stranger') => (await web.as(name, 'GET', '/api/v1/decisions')).status;
    expect([await asking('ada'), await asking('ada'), await asking('ada'), await asking('ada')]).toEqual([
      200, 200, 200, 429,
    ]);
    expect([await asking('ben'), await asking('stranger')]).toEqual([200, 200]);
    expect((await web.as('stranger', 'GET', '/healthz')).status).toBe(200);
  });

  it('are counted in buckets that fill again, in bounded memory', () => {
    let now = 0;
    const buckets = new TokenBuckets({ burst: 2, perSecond: 0.5 }, () => now);
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 2]);
    now = 1_000;
    expect(buckets.take('a')).toBe(1);
    now = 2_000;
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 2]);
    for (let n = 0; n < 60_000; n += 1) buckets.take(`k${n}`);
    expect(buckets.take('a')).toBe(0);
  });
});
