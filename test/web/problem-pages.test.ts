import { describe, expect, it } from 'vitest';
import { StorageUnavailable } from '../../src/app/ports/registry.ts';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { CASE } from '../app/a-dispute.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml', origin: 'http://localhost' };
const FORM = { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded' };

/** What Ada's browser is shown. */
async function sees(web: TestWeb, method: string, path: string, body = '', headers: Record<string, string> = {}) {
  const cookie = `parley=${web.token('ada')}`;
  const sent = method === 'POST' ? { ...FORM, cookie, ...headers } : { ...BROWSER, cookie, ...headers };
  const response = await web.app.request(`${web.origin}${path}`, { method, headers: sent, ...(body ? { body } : {}) });
  return { response, status: response.status, html: await response.text() };
}

async function onFullDisk(): Promise<TestWeb> {
  const web = await aWeb();
  const { registry } = web.tribunal;
  const commit = () => Promise.reject(new StorageUnavailable('full'));
  const { app } = await aWeb({ ports: { registry: { ...registry, read: registry.read.bind(registry), commit } } });
  return { ...web, app };
}

const SEND = `/cases/${CASE}/act/WITHDRAW`;

describe('a browser whose page cannot be made', () => {
  it('is shown why on a page when nothing can be saved, in the language of who reads it', async () => {
    const web = await onFullDisk();
    for (const [language, { failed }] of Object.entries({ en, fr })) {
      const { response, status, html } = await sees(web, 'POST', `${SEND}?lang=${language}`, '_key=k');
      expect([status, response.headers.get('retry-after')]).toEqual([503, '10']);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('content-security-policy')).toContain("style-src 'self'");
      expect([html.includes(failed.notNow.title), html.includes(`<html lang="${language}"`)]).toEqual([true, true]);
    }
  });

  it('is shown one too when it is not known who asks, for that is what failed', async () => {
    const holderOf = () => Promise.reject(new StorageUnavailable('full'));
    const web = await aWeb({ ports: { holderOf } });
    const { status, html } = await sees(web, 'GET', '/cases', '', { 'accept-language': 'fr-CA' });
    expect([status, html.includes(fr.failed.notNow.title)]).toEqual([503, true]);
  });

  it('hears of what broke that it broke, and nothing of what was inside', async () => {
    const web = await aWeb({ ports: { holderOf: () => Promise.reject(new Error('hunter2')) } });
    const { status, html } = await sees(web, 'GET', '/cases');
    expect([status, html.includes(en.failed.broken.title), html.includes('hunter2')]).toEqual([500, true, false]);
    expect(web.errors).toHaveLength(1);
  });

  it('is told on a page that it sent too much, too often, from elsewhere, or where nothing is', async () => {
    const few = { burst: 1, perSecond: 0.001 };
    const web = await aWeb();
    const hasty = await aWeb({ rateLimits: { user: few, address: few, signIn: few, rehearsal: few, upload: few } });
    await sees(hasty, 'GET', '/cases');
    const shown = [
      [await sees(web, 'POST', '/start/deposit', `x=${'x'.repeat(100_000)}`), 413, en.failed.tooLarge.title],
      [await sees(hasty, 'GET', '/cases'), 429, en.failed.tooOften.title],
      [await sees(web, 'POST', SEND, '', { origin: 'https://evil.example' }), 403, en.failed.elsewhere.title],
      [await sees(web, 'POST', '/dev/clock', 'advance=never'), 422, en.failed.refused.title],
      [await sees(web, 'POST', '/docs'), 405, en.missing.title],
      [await sees(web, 'GET', '/nowhere'), 404, en.missing.title],
      [await sees(web, 'GET', '/assets/gone.css', '', { 'accept-encoding': 'gzip' }), 404, en.missing.title],
    ] as const;
    for (const [{ status, html }, expected, title] of shown)
      expect([status, html.includes(title)], title).toEqual([expected, true]);
    expect(shown[1][0].response.headers.get('retry-after')).toBeTruthy();
    expect(shown[4][0].response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });
});

describe('a program', () => {
  it('gets the problem itself: of the API whatever it accepts, of a page unless it asks for one', async () => {
    const web = await onFullDisk();
    const headers = { authorization: `Bearer ${web.token('ada')}`, 'content-type': 'application/json' };
    const asked = (path: string, accept: string) =>
      web.app.request(`${web.origin}${path}`, {
        method: 'POST',
        headers: { ...headers, accept },
        body: '{"type":"WITHDRAW"}',
      });
    for (const [path, accept, status] of [
      [`/api/v1/cases/${CASE}/events`, 'text/html', 503],
      ['/docs', '*/*', 405],
    ] as const) {
      const response = await asked(path, accept);
      expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    }
  });
});
