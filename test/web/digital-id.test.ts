import { exportJWK, generateKeyPair } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDigitalId } from '../../src/effects/digital-id.ts';
import { CASE, STORY } from '../app/a-dispute.ts';
import { aProvider, type Jar, type TestProvider } from './a-provider.ts';
import { aVisitor, type Seen, type Visitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const ORIGIN = 'http://localhost';

let provider: TestProvider;
let web: TestWeb;
let person: Visitor;

beforeEach(async () => {
  provider = await aProvider(ORIGIN);
  provider.accounts.set('7', { sub: '7', name: 'Dana Wu', email: 'dana@example.org', email_verified: true });
  web = await aWeb({ origin: ORIGIN, ports: { digitalId: createDigitalId(provider.settings, ORIGIN) } });
  person = aVisitor(web);
});
afterEach(() => provider.stop());

/** Presses the button of the sign-in page; answers where the browser is sent. */
async function setOut(visitor: Visitor, page = '/sign-in'): Promise<string> {
  return leadsTo(await visitor.press(await visitor.get(page), '/sign-in/digital-id'));
}

/** Where a page leads by itself. */
function leadsTo({ headers, text }: Seen): string {
  const to = /^0; url=(.*)$/.exec(headers.get('refresh') ?? '')?.[1];
  if (!to) throw new Error(`The page leads nowhere: ${text.slice(0, 300)}`);
  return to;
}

const back = (visitor: Visitor, address: string) => visitor.get(address.slice(ORIGIN.length));

async function signIn(visitor: Visitor, as: string, page?: string, jar?: Jar): Promise<Seen> {
  return back(visitor, await provider.visit(await setOut(visitor, page), as, jar));
}

async function whoIs(visitor: Visitor) {
  const seen = await visitor.get('/api/v1/me');
  return seen.status === 200
    ? (JSON.parse(seen.html) as { user: { id: string; email: string; name: string }; cases: { id: string }[] })
    : undefined;
}

/** Ben is invited and has not joined; nobody has an account with his address. */
async function benIsInvited(): Promise<void> {
  const ports = { digitalId: createDigitalId(provider.settings, ORIGIN) };
  web = await aWeb({ origin: ORIGIN, happenings: STORY.negotiation.slice(0, 5), ports });
  const { registry, clock } = web.tribunal;
  const ben = registry.read((reads) => reads.user('ben'));
  if (ben) await registry.commit((tx) => tx.copyUser({ ...ben, email: 'elsewhere@example.org' }, clock.now()));
  person = aVisitor(web);
}

describe('someone with a Digital ID', () => {
  it('signs in with it, and gets an account with their name and verified address', async () => {
    const page = await signIn(person, '7');
    expect(page.text).toContain('You are signed in with Harbour Card for the first time.');
    expect(await whoIs(person)).toMatchObject({ user: { name: 'Dana Wu', email: 'dana@example.org' }, cases: [] });
  });

  it('is the same person the next time, whatever address the provider tells by then', async () => {
    await signIn(person, '7');
    const first = await whoIs(person);
    provider.accounts.set('7', { sub: '7', name: 'Dana W.', email: 'ada@example.org', email_verified: true });
    const again = aVisitor(web);
    await signIn(again, '7');
    expect(await whoIs(again)).toEqual(first);
  });

  it('comes back to the page they wanted', async () => {
    await signIn(person, '7');
    const other = aVisitor(web);
    const page = await signIn(other, '7', '/sign-in?next=%2Fjoin%3Fx%3D1');
    expect([page.path, page.status]).toEqual(['/join?x=1', 200]);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('is not led to %s', async (next) => {
    await signIn(person, '7');
    const other = aVisitor(web);
    expect((await signIn(other, '7', `/sign-in?next=${encodeURIComponent(next)}`)).path).toBe('/cases');
  });

  it('finds the button in their language', async () => {
    const page = await aVisitor(web, 'fr').get('/sign-in');
    expect(page.text).toContain('Se connecter avec Carte du Havre');
  });

  it('signs out of it too', async () => {
    await signIn(person, '7');
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

describe('an address that the provider tells', () => {
  it('opens what the party was invited to, when the provider has verified it', async () => {
    await benIsInvited();
    provider.accounts.set('8', { sub: '8', name: 'Ben', email: 'Ben@example.org', email_verified: true });
    await signIn(person, '8');
    expect((await whoIs(person))?.cases).toMatchObject([{ id: CASE }]);
  });

  it.each([[false], ['true'], [undefined], [1]])('opens nothing when it is verified: %j', async (verified) => {
    await benIsInvited();
    provider.accounts.set('8', { sub: '8', name: 'Eve', email: 'ben@example.org', email_verified: verified });
    await signIn(person, '8');
    expect(await whoIs(person)).toMatchObject({ user: { name: 'Eve', email: '' }, cases: [] });
  });

  it.each([[true], [false]])('takes over nobody’s account (verified: %j)', async (verified) => {
    provider.accounts.set('9', { sub: '9', name: 'Eve', email: 'ada@example.org', email_verified: verified });
    await signIn(person, '9');
    const eve = await whoIs(person);
    expect(eve).toMatchObject({ user: { name: 'Eve', email: '' }, cases: [] });
    expect(eve?.user.id).not.toBe('ada');
    expect((await person.get(`/cases/${CASE}`)).status).toBe(404);
  });
});

describe('a person as the provider knows them', () => {
  it('is somebody else than the same number of another provider', async () => {
    await signIn(person, '7');
    const dana = await whoIs(person);
    const other = await aProvider(ORIGIN);
    other.accounts.set('7', { sub: '7', name: 'Not Dana', email: 'dana@example.org', email_verified: true });
    const elsewhere = await aWeb({
      origin: ORIGIN,
      ports: { ...web.tribunal, digitalId: createDigitalId(other.settings, ORIGIN) },
    });
    const stranger = aVisitor(elsewhere);
    await back(stranger, await other.visit(await setOut(stranger), '7'));
    const user = (await whoIs(stranger))?.user;
    expect(user).toMatchObject({ name: 'Not Dana', email: '' });
    expect(user?.id).not.toBe(dana?.user.id);
    await other.stop();
  });
});

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

describe('someone with an account', () => {
  const link = async (visitor: Visitor, as: string) => {
    const address = leadsTo(await visitor.press(await visitor.get('/account'), '/account/digital-id'));
    return back(visitor, await provider.visit(address, as));
  };

  it('links their Digital ID on their own page, and signs in with either', async () => {
    await person.signIn('ada@example.org');
    expect((await link(person, '7')).text).toMatch(/Harbour Card linked since Monday 2 March 2026/);
    const phone = aVisitor(web);
    await signIn(phone, '7');
    expect(await whoIs(phone)).toMatchObject({ user: { id: 'ada', email: 'ada@example.org' }, cases: [{ id: CASE }] });
  });

  it('links it also when they had signed in with it before, and had nothing there', async () => {
    provider.accounts.set('7', { sub: '7', name: 'Ada', email: 'ada@example.org', email_verified: true });
    expect((await signIn(aVisitor(web), '7')).text).toContain('Do you have an account here with an e-mail address?');
    await person.signIn('ada@example.org');
    await link(person, '7');
    const phone = aVisitor(web);
    await signIn(phone, '7');
    expect((await whoIs(phone))?.user.id).toBe('ada');
  });

  it('cannot link one that is somebody else’s', async () => {
    await person.signIn('ada@example.org');
    await link(person, '7');
    const ben = aVisitor(web);
    await ben.signIn('ben@example.org');
    expect((await link(ben, '7')).text).toContain('belongs to another account');
    const phone = aVisitor(web);
    await signIn(phone, '7');
    expect((await whoIs(phone))?.user.id).toBe('ada');
  });

  it('links nothing when another is signed in by the time they come back', async () => {
    await person.signIn('ada@example.org');
    const address = leadsTo(await person.press(await person.get('/account'), '/account/digital-id'));
    const callback = await provider.visit(address, '7');
    await person.press(await person.get('/cases'), '/sign-out');
    await person.signIn('ben@example.org');
    expect((await back(person, callback)).text).toContain('not that of the account');
    const phone = aVisitor(web);
    await signIn(phone, '7');
    expect((await whoIs(phone))?.user.name).toBe('Dana Wu');
  });

  it('has to have just signed in: an open session on a table is no key of one’s own', async () => {
    await person.signIn('ada@example.org');
    web.tribunal.clock.advance({ minutes: 10 });
    const page = await person.press(await person.get('/account'), '/account/digital-id');
    expect(page.path).toBe('/sign-in?again&next=/account');
  });

  it('can go back to signing in by mail alone', async () => {
    await person.signIn('ada@example.org');
    await link(person, '7');
    await person.press(await person.get('/account'), '/account/digital-id/removal');
    const phone = aVisitor(web);
    await signIn(phone, '7');
    expect((await whoIs(phone))?.user.id).not.toBe('ada');
  });

  it('who signs in by Digital ID alone keeps it', async () => {
    provider.accounts.set('7', { sub: '7', name: 'Dana' });
    await signIn(person, '7');
    expect((await person.get('/account')).html).not.toContain('/account/digital-id/removal');
    const sent = await person.post('/account/digital-id/removal');
    expect(sent.status).toBeLessThan(500);
    const phone = aVisitor(web);
    await signIn(phone, '7');
    expect((await whoIs(phone))?.user.id).toBe((await whoIs(person))?.user.id);
  });
});

describe('showing once more that it is you', () => {
  it('asks the provider to ask again, where it would know the browser', async () => {
    const jar: Jar = new Map();
    await signIn(person, '7', '/sign-in', jar);
    const before = provider.logins();
    const second = aVisitor(web);
    await signIn(second, '7', '/sign-in', jar);
    expect(provider.logins()).toBe(before);
    const page = await signIn(person, '7', '/sign-in?again&next=%2Fjoin', jar);
    expect([page.path, provider.logins()]).toEqual(['/join', before + 1]);
  });

  it('is not done by another’s Digital ID, and makes no account', async () => {
    await person.signIn('ada@example.org');
    const page = await signIn(person, '8', '/sign-in?again&next=%2Fjoin');
    expect(page.text).toContain('not that of the account you are signed in to');
    expect((await whoIs(person))?.user.id).toBe('ada');
    const identity = { issuer: provider.issuer, subject: '8' };
    expect(web.tribunal.registry.read((reads) => reads.userByIdentity(identity))).toBeUndefined();
  });
});
