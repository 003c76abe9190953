import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, startServer } from '../../src/runtime/server/start-server.ts';
import { readSettings } from '../../src/runtime/settings/read-settings.ts';
import { openPostOffice, type PostOffice } from '../effects/post-office.ts';
import { aProvider, type TestProvider } from '../web/a-provider.ts';
import { aPhone, type Phone } from './a-browser.ts';

let office: PostOffice;
let provider: TestProvider;
let server: RunningServer;
let phone: Phone;
const folder = mkdtempSync(join(tmpdir(), 'parley-sign-in-'));

/** The provider knows where people come back to before the server runs. */
async function aFreePort(): Promise<number> {
  const holding = createServer();
  await new Promise<void>((resolve) => holding.listen(0, '127.0.0.1', resolve));
  const { port } = holding.address() as AddressInfo;
  await new Promise((resolve) => holding.close(resolve));
  return port;
}

beforeAll(async () => {
  const port = await aFreePort();
  // Another site than the provider's, for a browser: cookies and forms are held to it.
  const origin = `http://localhost:${port}`;
  [office, provider] = [await openPostOffice(), await aProvider(origin)];
  provider.accounts.set('7', { sub: '7', name: 'Dana Wu', email: 'dana@people.example', email_verified: true });
  const { issuer, clientId, credential } = provider.settings;
  const read = readSettings({
    PARLEY_MODE: 'demo',
    PARLEY_ORIGIN: origin,
    PORT: String(port),
    HOST: '127.0.0.1',
    PARLEY_DATA: folder,
    SMTP_URL: office.url(),
    LOG_LEVEL: 'silent',
    PARLEY_OIDC_ISSUER: issuer,
    PARLEY_OIDC_CLIENT_ID: clientId,
    PARLEY_OIDC_CLIENT_SECRET: 'secret' in credential ? credential.secret : '',
    PARLEY_OIDC_NAME: 'Harbour Card',
  });
  if (!read.ok) throw new Error(read.problems.join());
  server = await startServer(read.settings, pino({ level: 'silent' }));
  phone = await aPhone();
}, 60_000);
afterAll(async () => {
  await phone?.close();
  await server?.stop();
  await provider?.stop();
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

const mailedLink = (email: string) =>
  vi.waitFor(
    () => {
      const letter = office.letters.findLast(({ to }) => to.includes(email));
      const link = /https?:\/\/\S+\/sign-in\/link\?[^\s\])]+/.exec(letter?.email.text ?? '')?.[0];
      if (!link) throw new Error(`no link has come to ${email}`);
      return link;
    },
    { timeout: 10_000, interval: 20 },
  );

describe('someone with a phone on which no script runs', () => {
  it('signs in with their Digital ID, goes on, and signs out of both', async () => {
    const { page, expectFit } = phone;
    await page.goto(`${server.origin}/sign-in`);
    await expectFit('sign-in-with-digital-id');
    await page.getByRole('button', { name: 'Sign in with Harbour Card' }).click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.locator('input[name=login]').fill('7');
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]').click();
    await page.waitForURL(`${server.origin}/account**`);
    expect(await page.textContent('main')).toContain('dana@people.example');
    await expectFit('account');
    await page.getByRole('link', { name: 'Go on' }).click();
    expect(new URL(page.url()).pathname).toBe('/cases');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.locator('button[name=logout]').click();
    await page.waitForURL(`${server.origin}/`);
    await page.goto(`${server.origin}/cases`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('signs in with the link in their mail', async () => {
    const { page, expectFit } = phone;
    await page.goto(`${server.origin}/sign-in?next=%2Fjoin`);
    await page.getByLabel('Your e-mail address').fill('tom@people.example');
    await page.getByRole('button', { name: 'Mail me a code' }).click();
    await page.goto(await mailedLink('tom@people.example'));
    await expectFit('link');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/join');
    await page.goto(`${server.origin}/sign-in?again&next=%2Fjoin`);
    await expectFit('sign-in-again');
  });

  it('is told what to do when a way in is over', async () => {
    const { page, expectFit } = phone;
    await page.goto(`${server.origin}/sign-in/digital-id/callback?state=none&code=none`);
    expect(await page.textContent('main')).toContain('Begin anew here');
    await expectFit('digital-id-failed');
  });
});
