import { beforeEach, describe, expect, it } from 'vitest';
import { issueToken } from '../../src/app/auth/issue-token.ts';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { CASE, STORY } from '../app/a-dispute.ts';
import { aVisitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const title = { en: 'Submit', fr: 'Déposer' };

/** Handing in a claim asks for a fresh proof. */
const careful: DefinitionInput = {
  ...depositDispute,
  events: {
    ...depositDispute.events,
    SUBMIT: { title, by: ['applicant'], form: 'application', fee: 'application', stepUp: true },
  },
};

const ANSWERS = { amount: '1200', what: 'He kept my deposit.' };
const json = { type: 'SUBMIT', data: { amount: 120_000, what: 'He kept my deposit.' } };
const PAGE = `/cases/${CASE}/act/SUBMIT`;

let web: TestWeb;
beforeEach(async () => {
  web = await aWebOf(careful);
});

/** Ada has opened her dispute. */
function aWebOf(definition: DefinitionInput): Promise<TestWeb> {
  const process = processFor(definition);
  const ports = { processOf: () => process, definitionOf: () => process.definition };
  return aWeb({ happenings: STORY.negotiation.slice(0, 1), ports });
}

const submit = () => web.as('ada', 'POST', `/api/v1/cases/${CASE}/events`, { json });
const later = (minutes: number) => web.tribunal.clock.advance({ minutes });

describe('an event that asks for a fresh proof', () => {
  it('is done by who has just signed in', async () => {
    later(9);
    expect((await submit()).status).toBe(200);
  });

  it('is refused to who has not, with what to do', async () => {
    later(10);
    const refused = await submit();
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { reason: 'StepUpNeeded', facts: { event: 'SUBMIT', minutes: 10 } },
    ]);
    expect(web.tribunal.caseFile(CASE).version).toBe(1);
  });

  it('is offered all the same, and says so', async () => {
    later(10);
    const actions = await web.as('ada', 'GET', `/api/v1/cases/${CASE}/actions`);
    expect(await actions.json()).toContainEqual(expect.objectContaining({ event: 'SUBMIT', stepUp: true }));
  });

  it('may be sent again under its key once the proof is fresh', async () => {
    const send = (headers: Record<string, string>) =>
      web.as('stranger', 'POST', `/api/v1/cases/${CASE}/events`, {
        json,
        headers: { ...headers, 'idempotency-key': 'the-same' },
      });
    later(10);
    expect((await send({ authorization: `Bearer ${web.token('ada')}` })).status).toBe(422);
    const fresh = await issueToken(web.tribunal, 'ada@example.org');
    expect((await send({ authorization: `Bearer ${fresh?.token}` })).status).toBe(200);
    later(10);
    expect((await send({ authorization: `Bearer ${fresh?.token}` })).status).toBe(200);
  });

  it('does not help who may not do it anyway', async () => {
    later(10);
    const refused = await web.as('ben', 'POST', `/api/v1/cases/${CASE}/events`, { json });
    expect(refused.status).toBe(404);
    const rita = await web.as('rita', 'POST', `/api/v1/cases/${CASE}/events`, { json });
    expect(await rita.json()).toMatchObject({ reason: 'NotYours' });
  });
});

describe('its page', () => {
  it('asks first, and leads back to the form', async () => {
    const ada = aVisitor(web);
    await ada.signIn('ada@example.org');
    later(10);
    const asked = await ada.get(PAGE);
    expect(asked.path).toBe(`/sign-in?again&next=${encodeURIComponent(PAGE)}`);
    expect(asked.text).toContain('Show once more that it is you');
    expect(asked.html).toContain('value="ada@example.org"');
    const form = await ada.signIn('ada@example.org', asked.path);
    expect(form.path).toBe(PAGE);
    expect((await ada.send(form, ANSWERS)).path).toMatch(/\/sent\/[^/?]+$/);
  });

  it('loses nothing that was typed meanwhile', async () => {
    const ada = aVisitor(web);
    await ada.signIn('ada@example.org');
    const form = await ada.get(PAGE);
    later(10);
    const handedBack = await ada.send(form, ANSWERS);
    expect([handedBack.status, handedBack.text]).toEqual([401, expect.stringContaining('nothing is lost')]);
    expect(handedBack.html).toContain('He kept my deposit.');
    await ada.signIn('ada@example.org', `/sign-in?again&next=${encodeURIComponent(PAGE)}`);
    expect((await ada.send(handedBack)).path).toMatch(/\/sent\/[^/?]+$/);
    expect(web.tribunal.caseFile(CASE).data.application).toMatchObject({ what: 'He kept my deposit.' });
  });

  it('of several questions asks at the end, and keeps every answer', async () => {
    const [amount, ...others] = depositDispute.forms?.application?.pages[0]?.fields ?? [];
    const split = [amount ? [amount] : [], others].map((fields, index) => ({ id: `page-${index}`, title, fields }));
    web = await aWebOf({ ...careful, forms: { ...careful.forms, application: { title, pages: split } } });
    const ada = aVisitor(web);
    await ada.signIn('ada@example.org');
    await ada.send(await ada.get(`${PAGE}/questions/page-0`), { amount: '1200' });
    const check = await ada.send(await ada.get(`${PAGE}/questions/page-1`), { what: 'He kept my deposit.' });
    expect(check.path).toBe(`${PAGE}/check`);
    later(10);
    const asked = await ada.send(check);
    expect(asked.path).toBe(`/sign-in?again&next=${encodeURIComponent(`${PAGE}/check`)}`);
    const again = await ada.signIn('ada@example.org', asked.path);
    expect(again.text).toContain('He kept my deposit.');
    expect((await ada.send(again)).path).toMatch(/\/sent\/[^/?]+$/);
  });

  it('speaks French', async () => {
    const ada = aVisitor(web, 'fr');
    await ada.signIn('ada@example.org');
    await ada.get('/cases?lang=fr');
    later(10);
    expect((await ada.get(PAGE)).text).toContain('Montrez encore une fois que c’est vous');
  });
});
