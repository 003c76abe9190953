import { exportJWK, generateKeyPair } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDigitalId } from '../../../src/effects/digital-id/digital-id.ts';
import { aProvider, type TestProvider } from '../a-provider.ts';
import { aVisitor, type Visitor } from '../a-visitor.ts';
import { aWeb, type TestWeb } from '../a-web.ts';
import { aHarbourCard, back, leadsTo, ORIGIN, setOut, signIn, whoIs } from './a-harbour-card.ts';

let provider: TestProvider;
let web: TestWeb;
let person: Visitor;

beforeEach(async () => {
  ({ provider, web, person } = await aHarbourCard());
});
afterEach(() => provider.stop());

describe('someone with a Digital ID', () => {
  it('signs in with it, and gets an account with their name and verified address', async () => {
    const page = await signIn(provider, person, '7');
    expect(page.text).toContain('You are signed in with Harbour Card for the first time.');
    expect(await whoIs(person)).toMatchObject({ user: { name: 'Dana Wu', email: 'dana@example.org' }, cases: [] });
  });

  it('is the same person the next time, whatever address the provider tells by then', async () => {
    await signIn(provider, person, '7');
    const first = await whoIs(person);
    provider.accounts.set('7', { sub: '7', name: 'Dana W.', email: 'ada@example.org', email_verified: true });
    const again = aVisitor(web);
    await signIn(provider, again, '7');
    expect(await whoIs(again)).toEqual(first);
  });

  it('comes back to the page they wanted', async () => {
    await signIn(provider, person, '7');
    const other = aVisitor(web);
    const page = await signIn(provider, other, '7', '/sign-in?next=%2Fjoin%3Fx%3D1');
    expect([page.path, page.status]).toEqual(['/join?x=1', 200]);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('is not led to %s', async (next) => {
    await signIn(provider, person, '7');
    const other = aVisitor(web);
    expect((await signIn(provider, other, '7', `/sign-in?next=${encodeURIComponent(next)}`)).path).toBe('/cases');
  });

  it('finds the button in their language', async () => {
    const page = await aVisitor(web, 'fr').get('/sign-in');
    expect(page.text).toContain('Se connecter avec Carte du Havre');
  });

  it('signs out of it too', async () => {
    await signIn(provider, person, '7');
    const address = leadsTo(await person.press(await person.get('/cases'), '/sign-out'));
    expect(address).toContain(`${provider.issuer}/session/end?`);
    expect(new URL(address).searchParams.get('post_logout_redirect_uri')).toBe(`${ORIGIN}/`);
    expect(await whoIs(person)).toBeUndefined();
  });

  it('signs in also where the provider knows the tribunal by its key', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const keyed = await aProvider(ORIGIN, { byKey: { ...(await exportJWK(privateKey)), alg: 'ES256', kid: 'ours' } });
    keyed.accounts.set('7', { sub: '7', name: 'Dana Wu' });
    web = await aWeb({ origin: ORIGIN, ports: { digitalId: createDigitalId(keyed.settings, ORIGIN) } });
    person = aVisitor(web);
    await back(person, await keyed.visit(await setOut(person), '7'));
    expect((await whoIs(person))?.user.name).toBe('Dana Wu');
    await keyed.stop();
  });

  it('has a name also where the provider signs all that it tells', async () => {
    const signing = await aProvider(ORIGIN, { signsAll: true });
    signing.accounts.set('7', { sub: '7', name: 'Dana Wu', email: 'dana@example.org', email_verified: true });
    web = await aWeb({ origin: ORIGIN, ports: { digitalId: createDigitalId(signing.settings, ORIGIN) } });
    person = aVisitor(web);
    await back(person, await signing.visit(await setOut(person), '7'));
    expect((await whoIs(person))?.user).toMatchObject({ name: 'Dana Wu', email: 'dana@example.org' });
    await signing.stop();
  });

  it('who said no is told what they can do', async () => {
    const page = await back(person, await provider.refuse(await setOut(person)));
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('you did not want to go on')]);
    expect(await whoIs(person)).toBeUndefined();
  });

  it('is told to try later when the provider cannot be reached', async () => {
    await provider.stop();
    const page = await person.press(await person.get('/sign-in'), '/sign-in/digital-id');
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('We cannot reach Harbour Card right now')]);
  });
});
