import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDigitalId } from '../../../src/effects/digital-id/digital-id.ts';
import { CASE, STORY } from '../../app/a-dispute.ts';
import { aProvider, type TestProvider } from '../a-provider.ts';
import { aVisitor, type Visitor } from '../a-visitor.ts';
import { aWeb, type TestWeb } from '../a-web.ts';
import { aHarbourCard, back, ORIGIN, setOut, signIn, whoIs } from './a-harbour-card.ts';

let provider: TestProvider;
let web: TestWeb;
let person: Visitor;

beforeEach(async () => {
  ({ provider, web, person } = await aHarbourCard());
});
afterEach(() => provider.stop());

describe('an address that the provider tells', () => {
  it('opens what the party was invited to, when the provider has verified it', async () => {
    await benIsInvited();
    provider.accounts.set('8', { sub: '8', name: 'Ben', email: 'Ben@example.org', email_verified: true });
    await signIn(provider, person, '8');
    expect((await whoIs(person))?.cases).toMatchObject([{ id: CASE }]);
  });

  it.each([[false], ['true'], [undefined], [1]])('opens nothing when it is verified: %j', async (verified) => {
    await benIsInvited();
    provider.accounts.set('8', { sub: '8', name: 'Eve', email: 'ben@example.org', email_verified: verified });
    await signIn(provider, person, '8');
    expect(await whoIs(person)).toMatchObject({ user: { name: 'Eve', email: '' }, cases: [] });
  });

  it.each([[true], [false]])('takes over nobody’s account (verified: %j)', async (verified) => {
    provider.accounts.set('9', { sub: '9', name: 'Eve', email: 'ada@example.org', email_verified: verified });
    await signIn(provider, person, '9');
    const eve = await whoIs(person);
    expect(eve).toMatchObject({ user: { name: 'Eve', email: '' }, cases: [] });
    expect(eve?.user.id).not.toBe('ada');
    expect((await person.get(`/cases/${CASE}`)).status).toBe(404);
  });
});

describe('a person as the provider knows them', () => {
  it('is somebody else than the same number of another provider', async () => {
    await signIn(provider, person, '7');
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

/** Ben is invited and has not joined; nobody has an account with his address. */
async function benIsInvited(): Promise<void> {
  const ports = { digitalId: createDigitalId(provider.settings, ORIGIN) };
  web = await aWeb({ origin: ORIGIN, happenings: STORY.negotiation.slice(0, 5), ports });
  const { registry, clock } = web.tribunal;
  const ben = registry.read((reads) => reads.user('ben'));
  if (ben) await registry.commit((tx) => tx.copyUser({ ...ben, email: 'elsewhere@example.org' }, clock.now()));
  person = aVisitor(web);
}
