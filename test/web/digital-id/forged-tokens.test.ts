import { afterEach, expect, it } from 'vitest';
import { createDigitalId } from '../../../src/effects/digital-id/digital-id.ts';
import { aProvider, type TestProvider } from '../a-provider.ts';
import { aVisitor } from '../a-visitor.ts';
import { aWeb } from '../a-web.ts';

const ORIGIN = 'http://localhost';

let provider: TestProvider | undefined;
afterEach(() => provider?.stop());

it('a provider that says it is another than the one that was set is gone to by nobody', async () => {
  provider = await aProvider(ORIGIN);
  const settings = { ...provider.settings, issuer: provider.issuer.replace('127.0.0.1', 'localhost') };
  const web = await aWeb({ origin: ORIGIN, ports: { digitalId: createDigitalId(settings, ORIGIN) } });
  const person = aVisitor(web);
  const answer = await person.press(await person.get('/sign-in'), '/sign-in/digital-id');
  expect([answer.status, answer.headers.get('refresh')]).toEqual([422, null]);
});

it.each(['none', 'HS256'] as const)('an ID token with the algorithm %s lets nobody in', async (algorithm) => {
  provider = await aProvider(ORIGIN);
  provider.accounts.set('7', { sub: '7', name: 'Dana Wu' });
  const web = await aWeb({ origin: ORIGIN, ports: { digitalId: createDigitalId(provider.settings, ORIGIN) } });
  const person = aVisitor(web);
  const leaving = await person.press(await person.get('/sign-in'), '/sign-in/digital-id');
  const callback = await provider.visit(/^0; url=(.*)$/.exec(leaving.headers.get('refresh') ?? '')?.[1] ?? '', '7');
  provider.tamper({}, algorithm);
  expect((await person.get(callback.slice(ORIGIN.length))).text).toContain('does not hold');
  expect((await person.get('/api/v1/me')).status).toBe(401);
});
