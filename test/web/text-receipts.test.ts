import { expect, it } from 'vitest';
import { bearsSecret } from '../../src/runtime/bears-secret.ts';
import { CASE, EVIDENCE_DISPUTE, PARTIES, STORY } from '../app/a-dispute.ts';
import { byEveryChannel } from '../by-every-channel.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const ISSUED = STORY.negotiation.findIndex(({ name }) => name === 'issue');
const TOKEN = 'a-token-that-we-gave';

/** Ben wants text messages, and one of them is on its way. */
async function aTextToBen() {
  const web = await aWeb({
    happenings: STORY.negotiation.slice(0, ISSUED),
    process: byEveryChannel(EVIDENCE_DISPUTE),
    ports: { canText: true, mayReportTexts: (headers) => bearsSecret(headers, TOKEN) },
  });
  const does = (type: string, data: object, party?: string) =>
    web.as('rita', 'POST', `/api/v1/cases/${CASE}/events`, { json: { type, data, ...(party ? { party } : {}) } });
  await does('CHANGE_CONTACT', { phone: '+1 250 555 0123', wantsTexts: true }, PARTIES.ben);
  expect((await does('ISSUE_NOTICE', {})).status).toBe(200);
  const notices = web.tribunal.registry.read((reads) =>
    reads.part('notices', CASE, [`party:${PARTIES.ben}`], { limit: 10 }),
  );
  const text = notices.items.find(({ deliveries }) => deliveries.some(({ channel }) => channel === 'sms'));
  return { web, reference: text?.id ?? '' };
}

const statusOf = (web: TestWeb, reference: string) =>
  web.tribunal.registry
    .read((reads) => reads.notice(reference))
    ?.deliveries.map(({ channel, status }) => `${channel} ${status}`)
    .toSorted()
    .join();

function reports(web: TestWeb, body: unknown, authorization?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
  return Promise.resolve(
    web.app.request('http://localhost/hooks/text-receipts', {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

it('takes receipts of text messages from whoever bears the token that we gave, and from nobody else', async () => {
  const { web, reference } = await aTextToBen();
  const before = statusOf(web, reference);
  const receipt = { id: 'x', reference, status: 'delivered', completed_at: '2026-03-02T17:05:00Z' };
  const missing = await web.app.request('http://localhost/hooks/nothing', { method: 'POST' });
  const wrong = [undefined, `Bearer ${TOKEN}2`, 'Bearer ', TOKEN, `Bearer ${web.token('rita')}`];
  for (const authorization of wrong) {
    const refused = await reports(web, receipt, authorization);
    expect([refused.status, statusOf(web, reference)], authorization).toEqual([missing.status, before]);
  }
  expect((await reports(web, receipt, `Bearer ${TOKEN}`)).status).toBe(204);
  expect(statusOf(web, reference)).toBe(before?.replace(/sms \w+/, 'sms delivered'));
});

it('answers replays, foreign ids and nonsense alike, and changes nothing by them', async () => {
  const { web, reference } = await aTextToBen();
  const receipt = { id: 'x', reference, status: 'delivered', completed_at: 'never' };
  const again = { ...receipt, status: 'permanent-failure' };
  const others = web.tribunal.registry.read((reads) =>
    reads.part('notices', CASE, [`party:${PARTIES.ada}`, 'case', 'tribunal'], { limit: 100 }),
  );
  await reports(web, receipt, `Bearer ${TOKEN}`);
  const known = () => JSON.stringify([web.tribunal.caseFile(CASE), others.items.map(({ id }) => statusOf(web, id))]);
  const before = known();
  const bodies = [
    again,
    receipt,
    ...others.items.map(({ id }) => ({ ...again, reference: id })),
    { ...again, reference: CASE },
    { ...again, reference: 'x'.repeat(101) },
    { ...again, status: 'lost' },
    '{',
    '[]',
    'null',
    '',
  ];
  for (const body of bodies) expect((await reports(web, body, `Bearer ${TOKEN}`)).status).toBe(204);
  expect(known()).toBe(before);
  expect((await reports(web, 'x'.repeat(20_000), `Bearer ${TOKEN}`)).status).toBe(413);
  expect(web.errors).toEqual([]);
});
