import { describe, expect, it } from 'vitest';
import { issueToken } from '../../src/app/auth/issue-token.ts';
import { STORY } from '../app/a-dispute.ts';
import { aGoodDefinition } from '../domain/definition/a-good-definition.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

async function check(web: TestWeb, body: string) {
  const response = await web.as('ada', 'POST', '/api/v1/workflows/check', { body, headers: JSON_TYPE });
  expect(response.status).toBe(200);
  return (await response.json()) as { ok: boolean; problems: { severity: string; code: string; message: string }[] };
}

describe('anyone', () => {
  it('reads which processes there are, and a definition', async () => {
    const web = await aWeb({ happenings: STORY.negotiation });
    const list = await (await web.as('stranger', 'GET', '/api/v1/workflows')).json();
    expect(list).toMatchObject({ items: [{ id: 'deposit', version: 1 }], next: null });
    const one = await (await web.as('stranger', 'GET', '/api/v1/workflows/deposit')).json();
    expect(one).toMatchObject({ id: 'deposit', version: 1, definition: { format: 1 } });
    expect(await (await web.as('stranger', 'GET', '/api/v1/workflows/deposit/versions/1')).json()).toEqual(one);
    for (const path of ['none', 'deposit/versions/2']) {
      expect((await web.as('stranger', 'GET', `/api/v1/workflows/${path}`)).status).toBe(404);
    }
    expect((await web.as('stranger', 'GET', '/api/v1/workflows/deposit/versions/one')).status).toBe(400);
  });
});

describe('checking a definition', () => {
  it('finds nothing wrong with a good one', async () => {
    expect(
      (await check(await aWeb(), JSON.stringify(aGoodDefinition()))).problems.filter(
        ({ severity }) => severity === 'error',
      ),
    ).toEqual([]);
  });

  it.each([
    ['no JSON', '{"id":'],
    ['an empty body', ''],
    ['a number', '42'],
    ['a list', '[]'],
    ['a key that JavaScript gives a meaning', '{"__proto__": {"polluted": true}}'],
    ['the same key twice', '{"id":"a","id":"b"}'],
    ['more than 256 KB', `{"id":"${'a'.repeat(400_000)}"}`],
    [
      'a state that does not exist',
      JSON.stringify({ ...aGoodDefinition(), chart: { initial: 'nowhere', states: {} } }),
    ],
  ])('answers what is wrong, never an error: %s', async (_, body) => {
    const { ok, problems } = await check(await aWeb(), body);
    expect(ok).toBe(false);
    expect(problems[0]?.message.length).toBeGreaterThan(10);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('does not look at more than a megabyte', async () => {
    const web = await aWeb();
    const options = { body: `"${'a'.repeat(1024 * 1024)}"`, headers: JSON_TYPE };
    expect((await web.as('ada', 'POST', '/api/v1/workflows/check', options)).status).toBe(413);
  });
});

const play = (web: TestWeb, json: object) => web.as('ada', 'POST', '/api/v1/workflows/simulate', { json });
const STEPS = [
  { as: 'applicant', do: 'SUBMIT', form: { amount: 100_000, what: 'He kept it.' } },
  { as: 'respondent', do: 'SUBMIT', form: {} },
  { advance: 'P3D' },
];
const simulation = { start: '2026-03-02T09:00', parties: { applicant: 1, respondent: 1 }, steps: STEPS };

describe('playing a case', () => {
  it('shows step by step what would happen, in a published workflow or in a definition', async () => {
    const web = await aWeb();
    const published = await (await play(web, { workflow: 'deposit', ...simulation })).json();
    expect(published).toMatchObject({
      trace: [{ event: 'OPEN' }, { event: 'SUBMIT' }, { refused: 'NotYours' }],
      final: { status: 'open' },
    });
    const own = await (await play(web, { definition: aGoodDefinition(), ...simulation })).json();
    expect(own).toMatchObject({ final: { status: 'open' } });
  });

  it('refuses an unknown workflow and a definition with errors', async () => {
    const web = await aWeb();
    const unknown = await play(web, { workflow: 'none', ...simulation });
    expect([unknown.status, await unknown.json()]).toMatchObject([422, { reason: 'UnknownWorkflow' }]);
    const wrong = await play(web, { definition: { ...aGoodDefinition(), events: {} }, ...simulation });
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { reason: 'InvalidDefinition' }]);
  });

  it.each([
    { start: 'yesterday' },
    { start: '2026-02-30T09:00' },
    { start: '+275760-01-01T00:00' },
    { steps: [{ advance: 'soon' }] },
    { steps: [{ advance: '-P1D' }] },
    { steps: [{ advance: 'P999999999Y' }] },
    { steps: [{ as: 'nobody', do: 'SUBMIT' }] },
    { steps: [{ as: 'applicant', do: 'xstate.stop' }] },
    { steps: [{ as: 'applicant', do: '__proto__' }] },
    { steps: [{ as: '__proto__', do: 'SUBMIT' }] },
    { steps: [{ deliver: 'nothing', party: 'nobody' }] },
    { parties: { applicant: 50, respondent: 50 } },
    { parties: { nobody: 1 } },
    { parties: {} },
    { data: { nothing: { at: 'all' } } },
  ])('never breaks on what it is told: %j', async (wrong) => {
    const web = await aWeb();
    const response = await play(web, { workflow: 'deposit', ...simulation, ...wrong });
    expect([200, 400, 422]).toContain(response.status);
    expect(web.errors).toEqual([]);
  });
});

describe('two administrators', () => {
  it('make the next version together: one proposes, nobody approves their own, the other publishes', async () => {
    const web = await aWeb();
    const at = '/api/v1/workflows/neighbour-claims';
    const draft = { ...aGoodDefinition(), scenarios: [] };
    const saved = await web.as('nora', 'PUT', `${at}/draft`, { json: draft });
    expect(saved.status).toBe(200);
    const { sha256 } = ((await saved.json()) as { draft: { sha256: string } }).draft;
    const publish = (name: Name, json = {}) => web.as(name, 'POST', `${at}/publications`, { json });
    expect((await publish('nora', { sha256: 'f'.repeat(64) })).status).toBe(422);
    expect((await publish('nora', { sha256 })).status).toBe(202);
    const own = await publish('nora', { sha256 });
    expect([own.status, await own.json()]).toMatchObject([422, { reason: 'SamePerson' }]);
    const change = { email: 'omar@example.org', name: 'Omar', roles: ['admin'] };
    expect((await web.as('nora', 'PUT', '/api/v1/users/roles', { json: change })).status).toBe(200);
    const omar = await omarsToken(web);
    const approved = await web.as('stranger', 'POST', `${at}/publications`, { json: { sha256 }, headers: omar });
    expect([approved.status, await approved.json()]).toMatchObject([201, { version: 1, sha256 }]);
    expect((await web.as('nora', 'GET', `${at}/draft`)).status).toBe(404);
    const versions = await (await web.as('nora', 'GET', `${at}/versions`)).json();
    expect(versions).toMatchObject({ items: [{ version: 1, approvedBy: 'Omar' }] });
  });

  it('move open cases together: one proposes a plan, the other approves the very same', async () => {
    const web = await aWeb({ happenings: STORY.negotiation });
    const at = '/api/v1/workflows/deposit/migrations';
    const plan = { from: 1, to: 1, dryRun: false };
    expect((await web.as('nora', 'GET', at)).status).toBe(404);
    const rehearsed = await web.as('nora', 'POST', at, { json: { ...plan, dryRun: true } });
    expect([rehearsed.status, await rehearsed.json()]).toMatchObject([200, { items: [{}], next: null }]);
    const proposed = await web.as('nora', 'POST', at, { json: plan });
    expect([proposed.status, await proposed.json()]).toMatchObject([202, { from: 1, to: 1, approvedBy: null }]);
    const own = await web.as('nora', 'POST', at, { json: plan });
    expect([own.status, await own.json()]).toMatchObject([422, { reason: 'SamePerson' }]);
    const change = { email: 'omar@example.org', name: 'Omar', roles: ['admin'] };
    await web.as('nora', 'PUT', '/api/v1/users/roles', { json: change });
    const approved = await web.as('stranger', 'POST', at, { json: plan, headers: await omarsToken(web) });
    expect([approved.status, await approved.json()]).toMatchObject([200, { items: [{}], next: null }]);
    const read = await web.as('nora', 'GET', at);
    expect([read.status, await read.json()]).toMatchObject([200, { by: 'nora', approvedBy: expect.any(String) }]);
    expect((await web.as('rita', 'GET', at)).status).toBe(404);
  });

  it('hear what is wrong with a draft, which is kept all the same', async () => {
    const web = await aWeb();
    const at = '/api/v1/workflows/deposit';
    const saved = await web.as('nora', 'PUT', `${at}/draft`, { json: { id: 'deposit', colour: 'red' } });
    expect([saved.status, ((await saved.json()) as { problems: object[] }).problems.length > 0]).toEqual([200, true]);
    expect((await web.as('nora', 'GET', `${at}/draft`)).status).toBe(200);
    const published = await web.as('nora', 'POST', `${at}/publications`, { json: {} });
    expect([published.status, await published.json()]).toMatchObject([
      422,
      { reason: 'HasErrors', errors: expect.arrayContaining([]) },
    ]);
    const other = await web.as('nora', 'PUT', `${at}/draft`, { json: { id: 'other' } });
    expect(await other.json()).toMatchObject({ reason: 'OtherWorkflow' });
    const none = await web.as('nora', 'PUT', `${at}/draft`, { body: '"text"', headers: JSON_TYPE });
    expect(await none.json()).toMatchObject({ reason: 'NotADefinition' });
  });
});

async function omarsToken(web: TestWeb): Promise<Record<string, string>> {
  const signIn = await issueToken(web.tribunal, 'omar@example.org');
  return { authorization: `Bearer ${signIn?.token}` };
}
