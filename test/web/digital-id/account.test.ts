import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CASE } from '../../app/a-dispute.ts';
import type { Jar, TestProvider } from '../a-provider.ts';
import { aVisitor, type Visitor } from '../a-visitor.ts';
import type { TestWeb } from '../a-web.ts';
import { aHarbourCard, back, leadsTo, signIn, whoIs } from './a-harbour-card.ts';

let provider: TestProvider;
let web: TestWeb;
let person: Visitor;

beforeEach(async () => {
  ({ provider, web, person } = await aHarbourCard());
});
afterEach(() => provider.stop());

describe('someone with an account', () => {
  const link = async (visitor: Visitor, as: string) => {
    const address = leadsTo(await visitor.press(await visitor.get('/account'), '/account/digital-id'));
    return back(visitor, await provider.visit(address, as));
  };

  it('links their Digital ID on their own page, and signs in with either', async () => {
    await person.signIn('ada@example.org');
    expect((await link(person, '7')).text).toMatch(/Harbour Card linked since Monday 2 March 2026/);
    const phone = aVisitor(web);
    await signIn(provider, phone, '7');
    expect(await whoIs(phone)).toMatchObject({ user: { id: 'ada', email: 'ada@example.org' }, cases: [{ id: CASE }] });
  });

  it('links it also when they had signed in with it before, and had nothing there', async () => {
    provider.accounts.set('7', { sub: '7', name: 'Ada', email: 'ada@example.org', email_verified: true });
    expect((await signIn(provider, aVisitor(web), '7')).text).toContain(
      'Do you have an account here with an e-mail address?',
    );
    await person.signIn('ada@example.org');
    await link(person, '7');
    const phone = aVisitor(web);
    await signIn(provider, phone, '7');
    expect((await whoIs(phone))?.user.id).toBe('ada');
  });

  it('cannot link one that is somebody else’s', async () => {
    await person.signIn('ada@example.org');
    await link(person, '7');
    const ben = aVisitor(web);
    await ben.signIn('ben@example.org');
    expect((await link(ben, '7')).text).toContain('belongs to another account');
    const phone = aVisitor(web);
    await signIn(provider, phone, '7');
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
    await signIn(provider, phone, '7');
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
    await signIn(provider, phone, '7');
    expect((await whoIs(phone))?.user.id).not.toBe('ada');
  });

  it('who signs in by Digital ID alone keeps it', async () => {
    provider.accounts.set('7', { sub: '7', name: 'Dana' });
    await signIn(provider, person, '7');
    expect((await person.get('/account')).html).not.toContain('/account/digital-id/removal');
    const sent = await person.post('/account/digital-id/removal');
    expect(sent.status).toBeLessThan(500);
    const phone = aVisitor(web);
    await signIn(provider, phone, '7');
    expect((await whoIs(phone))?.user.id).toBe((await whoIs(person))?.user.id);
  });
});

describe('showing once more that it is you', () => {
  it('asks the provider to ask again, where it would know the browser', async () => {
    const jar: Jar = new Map();
    await signIn(provider, person, '7', '/sign-in', jar);
    const before = provider.logins();
    const second = aVisitor(web);
    await signIn(provider, second, '7', '/sign-in', jar);
    expect(provider.logins()).toBe(before);
    const page = await signIn(provider, person, '7', '/sign-in?again&next=%2Fjoin', jar);
    expect([page.path, provider.logins()]).toEqual(['/join', before + 1]);
  });

  it('is not done by another’s Digital ID, and makes no account', async () => {
    await person.signIn('ada@example.org');
    const page = await signIn(provider, person, '8', '/sign-in?again&next=%2Fjoin');
    expect(page.text).toContain('not that of the account you are signed in to');
    expect((await whoIs(person))?.user.id).toBe('ada');
    const identity = { issuer: provider.issuer, subject: '8' };
    expect(web.tribunal.registry.read((reads) => reads.userByIdentity(identity))).toBeUndefined();
  });
});
