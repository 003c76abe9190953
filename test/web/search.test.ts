import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE } from '../app/a-dispute.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';
import { addressOf, everyCall } from './every-call.ts';

const INJECTIONS = [
  "' OR '1'='1",
  "'; DROP TABLE cases; --",
  '" OR reference:*',
  'ada AND',
  'NEAR(ada ben)',
  'title:^*',
  '* OR *',
  '"',
  '""""',
  "\\'",
  '%',
  '_',
  '-',
  '(',
  'a* b* c*',
  'NULL',
  '\u0000',
  '𝒜𝒹𝒶',
  '\ud800',
  '1) UNION SELECT * FROM users --',
];

async function found(web: TestWeb, name: Name, query: string): Promise<string[]> {
  const response = await web.as(name, 'GET', `/api/v1/cases?${query}`);
  expect(response.status, query).toBe(200);
  return ((await response.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
}
const quoted = (text: string) => encodeURIComponent(text.toWellFormed());

describe('searching', () => {
  it('finds the case by a name and by its reference, for who may see it', async () => {
    const web = await aWeb();
    for (const q of ['Byron', 'okri', 'DEP-2026-000001']) expect(await found(web, 'rita', `q=${q}`)).toEqual([CASE]);
    expect(await found(web, 'ben', 'q=byron')).toEqual([CASE]);
    expect(await found(web, 'nora', 'q=byron')).toEqual([]);
  });

  it('takes no words for commands: the scope stays, and nothing breaks', async () => {
    const web = await aWeb();
    for (const text of INJECTIONS) {
      expect(await found(web, 'nora', `q=${quoted(text)}`), text).toEqual([]);
      expect((await found(web, 'rita', `q=${quoted(text)}`)).length, text).toBeLessThanOrEqual(1);
      expect((await web.as('stranger', 'GET', `/api/v1/decisions?q=${quoted(text)}`)).status, text).toBe(200);
    }
  });

  it('is the same whatever strange filter or words it is given', async () => {
    const web = await aWeb();
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('q', 'stage', 'assignee'), text, async (parameter, value) => {
        expect(await found(web, 'nora', `${parameter}=${quoted(value)}`)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('narrows by stage, assignee and status', async () => {
    const web = await aWeb();
    const theCase = await (await web.as('rita', 'GET', `/api/v1/cases/${CASE}`)).json();
    const { stage } = theCase as { stage: string };
    expect(await found(web, 'rita', `stage=${stage}&status=open`)).toEqual([CASE]);
    expect(await found(web, 'rita', 'stage=nowhere')).toEqual([]);
    expect(await found(web, 'mia', 'assignee=me')).toEqual([CASE]);
    expect(await found(web, 'max', 'assignee=me')).toEqual([]);
    expect(await found(web, 'rita', 'status=closed')).toEqual([]);
    expect(await found(web, 'rita', 'overdue=false')).toEqual([CASE]);
    expect(await found(web, 'rita', 'overdue=true')).toEqual([]);
  });
});

describe('a list', () => {
  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=ten',
    'limit=',
    'limit=1&limit=2',
    'overdue=maybe',
    'cursor=garbage',
    'cursor=',
  ])('names the parameter that is wrong: %s', async (query) => {
    const web = await aWeb();
    const response = await web.as('rita', 'GET', `/api/v1/cases?${query}`);
    expect(response.status).toBe(400);
    const problem = await response.json();
    expect(problem).toMatchObject({ reason: 'InvalidParameter', errors: [{ path: query.split('=')[0] }] });
  });

  it('takes a limit of 1 to 100 and a cursor, whichever list it is', async () => {
    const web = await aWeb();
    const lists = everyCall(web.app).filter(({ answersPage, isMutation }) => answersPage && !isMutation);
    expect(lists.length).toBeGreaterThan(15);
    for (const call of lists)
      for (const wrong of ['limit=0', 'limit=101', 'limit=ten', `cursor=${'x'.repeat(501)}`]) {
        const address = addressOf(call, CASE);
        const response = await web.as('rita', 'GET', `${address}${address.includes('?') ? '&' : '?'}${wrong}`);
        expect([response.status, await response.json()], `${address} ${wrong}`).toMatchObject([
          400,
          { reason: 'InvalidParameter', errors: [{ path: wrong.split('=')[0] }] },
        ]);
      }
  });

  it.each([
    ['nora', '/api/v1/workflows?'],
    ['nora', '/api/v1/workflows/deposit/versions?'],
    ['nora', '/api/v1/workflows/deposit/durations?'],
    ['rita', `/api/v1/cases/${CASE}/team?`],
    ['rita', `/api/v1/cases/${CASE}/candidates?role=member&`],
    ['rita', '/api/v1/users?role=member&'],
  ] as const)('that %s reads as a whole comes in pages too: %s', async (who, path) => {
    const web = await aWeb();
    const read = async (query: string) => {
      const response = await web.as(who, 'GET', `${path}${query}`);
      return { status: response.status, ...((await response.json()) as { items: unknown[]; next: string | null }) };
    };
    const all = await read('');
    expect(all).toMatchObject({ status: 200, next: null });
    const seen: unknown[] = [];
    for (let query: string | undefined = 'limit=1'; query; ) {
      const { items, next }: Awaited<ReturnType<typeof read>> = await read(query);
      seen.push(...items);
      query = next === null ? undefined : `limit=1&cursor=${encodeURIComponent(next)}`;
    }
    expect(seen).toEqual(all.items);
    expect((await read('cursor=garbage')).status).toBe(400);
  });

  it('refuses a cursor that it never gave, or that names what its reader may not see', async () => {
    const web = await aWeb();
    const rows = async (who: Name, part: string) =>
      ((await (await web.as(who, 'GET', `/api/v1/cases/${CASE}/${part}`)).json()) as { items: { id: string }[] }).items;
    const cursorOf = (id: string) => btoa(JSON.stringify([id])).replace(/=+$/, '');
    const [offer] = await rows('ada', 'offers');
    const known = await web.as('ada', 'GET', `/api/v1/cases/${CASE}/offers?cursor=${cursorOf(offer?.id ?? '')}`);
    expect(known.status).toBe(200);
    for (const [who, path] of [
      ['mia', `/api/v1/cases/${CASE}/offers?cursor=${cursorOf(offer?.id ?? '')}`],
      ['mia', `/api/v1/cases/${CASE}/offers?cursor=${cursorOf('nothing')}`],
      ['ada', `/api/v1/cases/${CASE}/journal?cursor=garbage`],
      ['rita', `/api/v1/cases/${CASE}/tasks?cursor=garbage`],
      ['stranger', '/api/v1/decisions?cursor=garbage'],
    ] as const) {
      const refused = await web.as(who, 'GET', path);
      expect([refused.status, await refused.json()], path).toMatchObject([
        400,
        { reason: 'InvalidParameter', errors: [{ path: 'cursor' }] },
      ]);
    }
  });

  it('comes in pages that miss nothing and repeat nothing', async () => {
    const web = await aWeb();
    const path = `/api/v1/cases/${CASE}/journal`;
    const all = ((await (await web.as('ada', 'GET', path)).json()) as { items: { id: string }[] }).items;
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor ? `?limit=3&cursor=${encodeURIComponent(cursor)}` : '?limit=3';
      const page = await (await web.as('ada', 'GET', `${path}${query}`)).json();
      const { items, next } = page as { items: { id: string }[]; next: string | null };
      seen.push(...items.map(({ id }) => id));
      cursor = next;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(10);
  });
});
