import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partyNamed, respond, submitClaim } from './a-claim.ts';
import { aComposedServer, type ComposedServer } from './a-composed-server.ts';
import type { Person } from './a-person.ts';

const TERMS = { amount: 80_000, pay: 'once', payBy: '2027-01-15', terms: 'Bob pays Ann. Nobody says sorry.' };

const folder = mkdtempSync(join(tmpdir(), 'parley-agreed-'));
let server: ComposedServer;
let people: Readonly<Record<'ann' | 'bob' | 'cy' | 'fay' | 'rita' | 'remi' | 'max', Person>>;
let caseId: string;

/** Ann claims against Bob, who answers, and Cy, who is let go; she and Bob have talked, and agree with Fay’s help. */
beforeAll(async () => {
  const now = '2026-12-01T17:00:00.000Z';
  server = await aComposedServer({ clock: { now: () => now }, folder });
  const [ann, bob, cy] = [await server.signIn('Ann'), await server.signIn('Bob'), await server.signIn('Cy')];
  const fay = await server.signIn('Fay', ['facilitator']);
  const rita = await server.signIn('Rita', ['registrar']);
  const remi = await server.signIn('Remi', ['registrar', 'member']);
  people = { ann, bob, cy, fay, rita, remi, max: await server.signIn('Max', ['member']) };
  const claim = await submitClaim(ann, {
    applicant: { name: 'Ann Ashby', email: ann.email },
    respondents: [
      { name: 'Bob Bright', email: bob.email },
      { name: 'Cy Clark', email: cy.email },
    ],
  });
  caseId = claim.id;
  await rita.act(caseId, 'ISSUE_NOTICE');
  await ann.act(caseId, 'RELEASE_RESPONDENT', { how: 'dropped' }, partyNamed(claim, 'Cy Clark'));
  await respond(bob, caseId, '2026-12-01');
  await ann.act(caseId, 'MAKE_OFFER', { amount: 110_000, terms: 'A secret of the talks.' });
  await bob.act(caseId, 'COUNTER_OFFER', { amount: 30_000, terms: 'Another secret of the talks.' });
  await ann.act(caseId, 'SEND_MESSAGE', { message: 'A third secret of the talks.' });
  await ann.act(caseId, 'ASK_FACILITATION');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function pageFor(person: Person, event: string, language = 'en'): Promise<string> {
  const { text } = await person.call('GET', `/cases/${caseId}/act/${event}?lang=${language}`);
  return text
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/[\u00a0\s]+/g, ' ')
    .replaceAll(' .', '.');
}

/** What the audit says that somebody looked at. */
function looksOf({ id }: Person): unknown[] {
  const database = new Database(join(folder, 'registry.db'), { readonly: true });
  const looks = database
    .prepare("select subject from audit where action = 'sealed.read' and user_id = ?")
    .pluck()
    .all(id);
  database.close();
  return looks;
}

const offersFor = (person: Person) => person.part<{ id: string; status: string }>(caseId, 'offers');

describe('the terms of an order by consent', () => {
  it('are nobody’s outside the talks before all have agreed', async () => {
    const { ann, bob, fay, rita } = people;
    await fay.act(caseId, 'PROPOSE_CONSENT_ORDER', TERMS);
    await bob.act(caseId, 'ACCEPT_OFFER');
    expect(await offersFor(rita)).toEqual([]);
    expect(await pageFor(rita, 'APPROVE_CONSENT_ORDER')).not.toContain('Nobody says sorry');
    await ann.act(caseId, 'ACCEPT_OFFER');
  });

  it('are shown to the registry that approves them or sends them back, and nothing else of the talks', async () => {
    const { ann, bob, rita } = people;
    const theCase = await rita.case(caseId);
    const offers = await offersFor(rita);
    const [ofAnn] = await offersFor(ann);
    expect(offers).toEqual([
      {
        id: ofAnn?.id,
        by: 'facilitator',
        madeAt: expect.any(String),
        status: 'accepted',
        currency: 'CAD',
        terms: TERMS,
        acceptedBy: [partyNamed(theCase, 'Bob Bright'), partyNamed(theCase, 'Ann Ashby')],
      },
    ]);
    expect(await rita.part(caseId, 'messages')).toEqual([]);
    expect((await rita.call('GET', `/cases/${caseId}/room`)).status).toBe(404);
    const answering = (await rita.actions(caseId))
      .filter((one) => one.answering)
      .map((one) => [one.event, one.answering]);
    expect(answering).toEqual([
      ['APPROVE_CONSENT_ORDER', ofAnn?.id],
      ['RETURN_CONSENT_ORDER', ofAnn?.id],
    ]);
    for (const event of ['APPROVE_CONSENT_ORDER', 'RETURN_CONSENT_ORDER']) {
      const page = await pageFor(rita, event);
      for (const words of [
        '$800.00',
        'Nobody says sorry.',
        '15 January 2027',
        'Ann Ashby Signed on Tuesday 1 December 2026, 10:00 a.m. Pacific time',
        'Bob Bright Signed on',
        'Everyone who takes part in the talks has agreed.',
        'Not asked, because they take no part in the talks: Cy Clark.',
      ])
        expect(page).toContain(words);
      expect(page).not.toContain('secret of the talks');
      const french = await pageFor(rita, event, 'fr');
      for (const words of [
        '800,00 $',
        'Ann Ashby Signature le mardi 1er décembre 2026',
        'hors des échanges : Cy Clark.',
      ])
        expect(french).toContain(words);
    }
    expect(looksOf(rita)).toContain(`case/${caseId}/offers/${ofAnn?.id}`);
    expect((await offersFor(bob)).length).toBeGreaterThan(1);
  });

  it('are kept from who decides cases, also in the registry, and from everyone who is not asked', async () => {
    const { remi, max, cy } = people;
    for (const person of [remi, max]) {
      expect(await offersFor(person)).toEqual([]);
      expect((await person.actions(caseId)).filter((one) => one.answering)).toEqual([]);
      for (const event of ['APPROVE_CONSENT_ORDER', 'RETURN_CONSENT_ORDER'])
        expect(await pageFor(person, event)).not.toMatch(/Nobody says sorry|\$800/);
    }
    expect(await pageFor(remi, 'APPROVE_CONSENT_ORDER')).toContain('you are not shown what was agreed');
    expect(await pageFor(remi, 'APPROVE_CONSENT_ORDER', 'fr')).toContain('ne vous est donc pas montré');
    expect(await pageFor(cy, 'APPROVE_CONSENT_ORDER')).not.toContain('Nobody says sorry');
  });

  it('are no longer shown once they are sent back, and other ones are not approved unseen', async () => {
    const { ann, bob, fay, rita } = people;
    const [seen] = await offersFor(rita);
    await rita.act(caseId, 'RETURN_CONSENT_ORDER', { reasons: 'Say where.' });
    expect(await offersFor(rita)).toEqual([]);
    await fay.act(caseId, 'PROPOSE_CONSENT_ORDER', { ...TERMS, terms: 'Bob pays Ann at the bank.' });
    await bob.act(caseId, 'ACCEPT_OFFER');
    await ann.act(caseId, 'ACCEPT_OFFER');
    const approve = (answering: string | undefined) =>
      rita.call('POST', `/api/v1/cases/${caseId}/events`, { json: { type: 'APPROVE_CONSENT_ORDER', answering } });
    const late = await approve(seen?.id);
    expect([late.status, JSON.parse(late.text).reason]).toEqual([409, 'VersionMoved']);
    const [now] = await offersFor(rita);
    expect((await approve(now?.id)).status).toBe(200);
    expect(await offersFor(rita)).toEqual([]);
    const [order] = await people.max.part<{ terms: string[] }>(caseId, 'orders');
    expect(order?.terms).toEqual(['Bob pays Ann at the bank.']);
  });
});
