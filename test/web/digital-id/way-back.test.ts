import { generateKeyPair } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDigitalId } from '../../../src/effects/digital-id/digital-id.ts';
import type { TestProvider } from '../a-provider.ts';
import { aVisitor, type Visitor } from '../a-visitor.ts';
import { aWeb, type TestWeb } from '../a-web.ts';
import { aHarbourCard, back, ORIGIN, setOut, whoIs } from './a-harbour-card.ts';

let provider: TestProvider;
let web: TestWeb;
let person: Visitor;

beforeEach(async () => {
  ({ provider, web, person } = await aHarbourCard());
});
afterEach(() => provider.stop());

describe('the way back', () => {
  it('works once', async () => {
    const callback = await provider.visit(await setOut(person), '7');
    await back(person, callback);
    const page = await back(person, callback);
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('This way in was used already')]);
  });

  it('works only in the browser that set out, and still does after somebody else tried it', async () => {
    const callback = await provider.visit(await setOut(person), '7');
    const thief = aVisitor(web);
    await setOut(thief);
    expect((await back(thief, callback)).text).toContain('began in another browser');
    expect(await whoIs(thief)).toBeUndefined();
    await back(person, callback);
    expect((await whoIs(person))?.user.name).toBe('Dana Wu');
  });

  it('does not lead a victim into the account of whoever sent them a link', async () => {
    const mallory = aVisitor(web);
    const callback = await provider.visit(await setOut(mallory), '7');
    expect((await back(person, callback)).status).toBe(422);
    expect(await whoIs(person)).toBeUndefined();
  });

  it('takes no code a second time, under whichever state', async () => {
    const first = new URL(await provider.visit(await setOut(person), '7'));
    await back(person, first.href);
    const thief = aVisitor(web);
    const own = new URL(await provider.visit(await setOut(thief), '7'));
    own.searchParams.set('code', first.searchParams.get('code') ?? '');
    expect((await back(thief, own.href)).text).toContain('does not hold');
    expect(await whoIs(thief)).toBeUndefined();
  });

  it('takes no code that was meant for another way there', async () => {
    const victims = new URL(await provider.visit(await setOut(person), '7'));
    const thief = aVisitor(web);
    const own = new URL(await provider.visit(await setOut(thief), '8'));
    own.searchParams.set('code', victims.searchParams.get('code') ?? '');
    expect((await back(thief, own.href)).status).toBe(422);
    expect(await whoIs(thief)).toBeUndefined();
  });

  it('ends after a quarter of an hour', async () => {
    const callback = await provider.visit(await setOut(person), '7');
    web.tribunal.clock.advance({ minutes: 15 });
    expect((await back(person, callback)).text).toContain('took too long');
  });
});

describe('an ID token', () => {
  it.each([
    ['another nonce', { nonce: 'that of another sign-in' }],
    ['another audience', { aud: 'another-service' }],
    ['another issuer', { iss: 'https://id.evil.example' }],
    ['a time that is over', { exp: 1_700_000_000 }],
  ])('with %s lets nobody in, and the log says no more than why', async (_, claims) => {
    const address = await setOut(person);
    const callback = await provider.visit(address, '7');
    provider.tamper(claims);
    expect((await back(person, callback)).text).toContain('does not hold');
    expect(await whoIs(person)).toBeUndefined();
    const { searchParams } = new URL(callback);
    const logged = web.errors
      .map((error) => `${(error as Error).message} ${(error as Error).stack} ${(error as Error).cause}`)
      .join();
    expect(logged).toContain('the provider of Digital IDs could not be used: ClientError OAUTH_');
    for (const secret of [searchParams.get('code'), searchParams.get('state'), 'dana@example.org', 'Dana', 'eyJ'])
      expect(logged).not.toContain(secret);
  });

  it('signed by another key lets nobody in', async () => {
    const callback = await provider.visit(await setOut(person), '7');
    provider.tamper({}, (await generateKeyPair('RS256')).privateKey);
    expect((await back(person, callback)).text).toContain('does not hold');
    expect(await whoIs(person)).toBeUndefined();
  });

  it('that does not say how strong the proof was lets nobody in where the tribunal asks for it', async () => {
    const strict = createDigitalId({ ...provider.settings, acrValues: ['level-2'] }, ORIGIN);
    web = await aWeb({ origin: ORIGIN, ports: { digitalId: strict } });
    person = aVisitor(web);
    const callback = await provider.visit(await setOut(person), '7');
    expect((await back(person, callback)).text).toContain('does not hold');
    const again = await provider.visit(await setOut(person), '7');
    provider.tamper({ acr: 'level-2' });
    await back(person, again);
    expect((await whoIs(person))?.user.name).toBe('Dana Wu');
  });
});
