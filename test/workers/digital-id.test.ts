import { afterAll, beforeAll, expect, it } from 'vitest';
import { aProvider, type TestProvider } from '../web/a-provider.ts';
import { aWorkerd, aWorkerdFolder, type Workerd } from './a-workerd.ts';

/** What a demonstration takes for its address, wherever it listens. */
const ORIGIN = 'http://localhost:8787';

let provider: TestProvider;
let workerd: Workerd;
const { folder, remove } = aWorkerdFolder();

beforeAll(async () => {
  provider = await aProvider(ORIGIN);
  provider.accounts.set('7', { sub: '7', name: 'Dana Wu', email: 'dana@example.org', email_verified: true });
  const { issuer, clientId, credential } = provider.settings;
  workerd = await aWorkerd({
    folder,
    variables: {
      PARLEY_MODE: 'demo',
      LOG_LEVEL: 'error',
      PARLEY_OIDC_ISSUER: issuer,
      PARLEY_OIDC_CLIENT_ID: clientId,
      PARLEY_OIDC_CLIENT_SECRET: 'secret' in credential ? credential.secret : '',
      PARLEY_OIDC_NAME: 'Harbour Card',
    },
  });
});
afterAll(async () => {
  await workerd.kill();
  await provider.stop();
  remove();
});

it('lets someone with a Digital ID sign in on workerd, once for each way there', async () => {
  const setOut = await fetch(`${workerd.origin}/sign-in/digital-id`, {
    method: 'POST',
    body: new URLSearchParams({ next: '/cases' }),
  });
  const address = setOut.headers.get('refresh')?.slice('0; url='.length) ?? '';
  const cookie = setOut.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const callback = await provider.visit(address, '7');
  const comeBack = () =>
    fetch(`${workerd.origin}${callback.slice(ORIGIN.length)}`, { headers: { cookie }, redirect: 'manual' });
  const back = await comeBack();
  expect([back.status, back.headers.get('location')]).toEqual([303, '/account?next=%2Fcases']);
  const session = back.headers.getSetCookie().find((set) => set.startsWith('parley=')) ?? '';
  const me = await fetch(`${workerd.origin}/api/v1/me`, { headers: { cookie: session.split(';')[0] ?? '' } });
  expect(await me.json()).toMatchObject({ user: { name: 'Dana Wu', email: 'dana@example.org' } });
  expect((await comeBack()).status).toBe(422);
  expect(workerd.output()).not.toContain('"level":"error"');
});
