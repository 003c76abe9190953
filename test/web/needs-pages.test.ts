import { describe, expect, it } from 'vitest';
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aVisitor, type Visitor } from './a-visitor.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';
import { addressOf, everyCall } from './every-call.ts';

const HERE = `/cases/${CASE}`;
const NEEDS = `${HERE}/needs`;
const SECRET = 'He followed me home to 12 Heron Lane';
const HOSTILE = '<script>alert(1)</script>\u202e\u{1F600}';

async function signedIn(web: TestWeb, name: string): Promise<Visitor> {
  const visitor = aVisitor(web);
  await visitor.signIn(`${name}@example.org`);
  return visitor;
}

async function tell(visitor: Visitor, kind: string, answers: Readonly<Record<string, string | string[]>>) {
  return visitor.send(await visitor.get(`${NEEDS}/tell?kind=${kind}`), answers);
}

const needsOf = (web: TestWeb) => web.tribunal.caseFile(CASE).parties.find(({ id }) => id === PARTIES.ben)?.needs ?? [];

describe('someone who needs something to take part', () => {
  it('finds the offer beside the questions of a form, and comes back to them', async () => {
    const web = await aWeb({ happenings: STORY.negotiation.slice(0, 7) });
    const ben = await signedIn(web, 'ben');
    const list = await ben.get(`${HERE}/act/FILE_RESPONSE?party=${PARTIES.ben}`);
    expect(list.text).toContain('Do you need anything to take part?');
    const href = /href="([^"]*\/needs\?next=[^"]*)"/.exec(list.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const needs = await ben.get(href);
    expect(needs.html).toContain(`href="${HERE}/act/FILE_RESPONSE?party=${PARTIES.ben}"`);
    expect(needs.text).toContain('You do not have to say why.');
    const elsewhere = await ben.get(`${NEEDS}?next=https://evil.example/`);
    expect(elsewhere.html).not.toContain('href="https://evil');
  });

  it('is asked what would help, one thing after the other, and is thanked', async () => {
    const web = await aWeb();
    const ben = await signedIn(web, 'ben');
    expect((await ben.get(`${NEEDS}/tell?asked=1`)).status).toBe(422);
    const nothing = await tell(ben, 'interpreter', {});
    expect([nothing.status, nothing.html.includes('href="#f-details"')]).toEqual([422, true]);
    const thanked = await tell(ben, 'interpreter', { wants: ['sign'], details: HOSTILE, readers: ['facilitator'] });
    expect(thanked.text).toContain('Thank you for telling us.');
    expect(thanked.html).toContain('&lt;script&gt;');
    expect(thanked.html).not.toContain('<script>alert');
    expect(needsOf(web)).toMatchObject([{ kind: 'interpreter', wants: ['sign'], readers: ['facilitator'] }]);
    const long = await tell(ben, 'accommodation', { details: 'x'.repeat(100_000) });
    expect(long.status).toBe(413);
  });

  it('changes it and takes it back, whichever tab they are in', async () => {
    const web = await aWeb();
    const ben = await signedIn(web, 'ben');
    await tell(ben, 'accommodation', { wants: ['breaks'], readers: [] });
    const need = needsOf(web)[0]?.id;
    const change = await ben.get(`${NEEDS}/tell?kind=accommodation&need=${need}`);
    expect(change.html).toMatch(/value="breaks"[^>]*checked/);
    const withdraw = await ben.get(`${NEEDS}/${need}/withdraw`);
    await ben.send(change, { wants: ['breaks', 'phone'] });
    expect(needsOf(web)).toMatchObject([{ id: need, wants: ['breaks', 'phone'] }]);
    expect((await ben.send(withdraw)).path).toBe(NEEDS);
    expect(needsOf(web)).toEqual([]);
    expect((await ben.send(withdraw)).path).toBe(NEEDS);
    const late = await ben.send(change, { wants: ['access'] });
    expect([late.status, needsOf(web).length]).toEqual([422, 0]);
  });

  it('is answered by the registry, which may also write down what it is told on the phone', async () => {
    const web = await aWeb();
    const [ben, rita] = [await signedIn(web, 'ben'), await signedIn(web, 'rita')];
    await tell(ben, 'attendance', { wants: ['byPhone'] });
    const need = needsOf(web)[0]?.id;
    expect((await rita.get(HERE)).text).toContain('Needs to take part');
    const answer = await rita.get(`${NEEDS}/${need}/answer`);
    const why = await rita.send(answer, { outcome: 'cannot' });
    expect([why.status, why.html.includes('href="#f-answer"')]).toEqual([422, true]);
    const answered = await rita.send(why, { outcome: 'arranged', answer: 'We call you at nine.' });
    expect(answered.text).toContain('All that was told and answered');
    expect((await ben.get(NEEDS)).text).toContain('We call you at nine.');
    expect((await ben.get(HERE)).text).toContain('Answered');
    const recorded = await rita.send(await rita.get(`${NEEDS}/tell?kind=interpreter&party=${PARTIES.ada}`), {
      wants: ['spoken'],
      details: 'Punjabi',
    });
    expect(recorded.text).toContain('Ada Byron said what they need');
    expect((await (await signedIn(web, 'ada')).get(NEEDS)).text).toContain('Punjabi');
  });
});

describe('what someone told in confidence', () => {
  it('is on no page and in no call of the other side, the member, or who there may come to decide', async () => {
    const web = await aWeb({ happenings: STORY.assigned });
    const [told, quiet] = [web, await aWeb({ happenings: STORY.assigned })];
    await told.as('rita', 'POST', `/api/v1${HERE}/events`, { json: need({}) });
    const id = needsOf(told)[0]?.id;
    await told.as('rita', 'POST', `/api/v1${HERE}/events`, {
      json: { type: 'ANSWER_NEED', data: { need: id, outcome: 'arranged', answer: SECRET } },
    });
    const reads = everyCall(told.app).filter(({ isMutation }) => !isMutation);
    for (const name of ['ada', 'mia', 'max', 'remi', 'fay', 'hana', 'nora'] as Name[]) {
      for (const call of reads) {
        const path = addressOf(call, CASE);
        expect(await bytesFor(told, name, path), `${name} ${path}`).toEqual(await bytesFor(quiet, name, path));
      }
    }
    for (const name of ['ada', 'mia', 'remi', 'fay', 'hana']) {
      const visitor = await signedIn(told, name);
      for (const path of [HERE, '/cases', NEEDS, `${HERE}/helpers`])
        expect((await visitor.get(path)).html, `${name} ${path}`).not.toMatch(/Heron|Needs to take part/);
    }
    expect((await (await signedIn(told, 'ben')).get(NEEDS)).text).toContain('Heron');
  });

  it('stands in the audit whenever the registry reads it', async () => {
    const web = await aWeb();
    await web.as('ben', 'POST', `/api/v1${HERE}/events`, { json: need({}) });
    const audited = () =>
      web.tribunal.database.connection
        .prepare("select distinct user_id as who from audit where subject like '%/needs/%'")
        .all() as { who: string }[];
    expect(audited()).toEqual([]);
    await web.as('rita', 'GET', `/api/v1${HERE}`);
    expect(audited()).toEqual([{ who: 'rita' }]);
  });

  it('is read by whom they let read it, and by no other', async () => {
    const web = await aWeb();
    await web.as('ben', 'POST', `/api/v1${HERE}/events`, { json: need({ readers: ['facilitator'] }) });
    const seen = async (name: Name) => (await (await web.as(name, 'GET', `/api/v1${HERE}`)).text()).includes('Heron');
    const names = ['ada', 'ben', 'hana', 'fay', 'flo', 'mia', 'rita', 'remi'] as const;
    const readers = await Promise.all(names.map(async (name) => ((await seen(name)) ? name : '')));
    expect(readers.filter(Boolean)).toEqual(['ben', 'fay', 'rita']);
  });
});

function need(more: object) {
  const data = { kind: 'safety', wants: ['separateTalks'], details: SECRET, ...more };
  return { type: 'TELL_NEED', party: PARTIES.ben, data };
}

async function bytesFor(web: TestWeb, name: Name, path: string) {
  const response = await web.as(name, 'GET', path);
  return { status: response.status, length: response.headers.get('content-length'), body: await response.text() };
}
