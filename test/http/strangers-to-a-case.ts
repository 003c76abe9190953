import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeIds } from '../../src/runtime/node-ids.ts';
import { exampleOf } from '../../src/web/docs/example-of.ts';
import { type Answer, aCaller, type Caller } from './a-caller.ts';
import { partyNamed, submitClaim } from './a-claim.ts';
import type { Person } from './a-person.ts';
import type { ServerUnderTest, StartUnderTest } from './server-under-test.ts';
import { type ApiCall, filled, type TheApi, theApi } from './the-api.ts';

/** One server a test file. */
let server: ServerUnderTest;
let api: TheApi;
/** Those for whom Ann's case does not exist. */
let outsiders: Readonly<Record<string, Person>>;
let targets: Targets;

/** Ids that are really there, by the blank in a path that they fill. */
interface Targets {
  readonly caseIds: readonly string[];
  readonly partyIds: readonly string[];
  /** Of documents, notices, journal entries: whatever the case is made of. */
  readonly partIds: readonly string[];
  readonly reference: string;
}

async function partIdsOf(registrar: Person, caseId: string): Promise<string[]> {
  const parts = await Promise.all(
    ['documents', 'notices', 'journal', 'tasks'].map((part) => registrar.part<{ id: string }>(caseId, part)),
  );
  expect(parts.every((rows) => rows.length > 0)).toBe(true);
  return parts.flatMap((rows) => rows.slice(0, 2).map(({ id }) => id));
}

/**
 * What does not exist for someone, on whichever runtime.
 *
 * @param guesses how many ids are guessed
 */
export function strangersToACase(runtime: string, start: StartUnderTest, guesses: number): void {
  describe(`what someone may not see, on ${runtime}`, () => {
    beforeAll(() => meet(start));
    afterAll(() => server?.stop());

    it('is answered on every call that names an id like what never existed', async () => {
      const calls = api.calls.filter(
        ({ path }) => /\{\w+\}/.test(path) && !/^\/api\/v1\/(workflows|verifications)/.test(path),
      );
      expect(calls.length).toBeGreaterThan(15);
      for (const [who, outsider] of Object.entries(outsiders)) {
        for (const call of calls) {
          for (const path of pathsTo(call, targets)) {
            const there = await asked(outsider, call, path);
            const nowhere = await asked(outsider, call, pathsTo(call, made())[0] ?? '');
            expect([there.status, there.text], `${call.method} ${path} for ${who}`).toEqual([404, nowhere.text]);
            expect(headersOf(there), `${call.method} ${path} for ${who}`).toEqual(headersOf(nowhere));
          }
        }
      }
      expect(server.errors).toEqual([]);
    });

    it('has no page, nor a form that takes anything', async () => {
      for (const [who, outsider] of Object.entries(outsiders)) {
        for (const { path, method } of PAGES.flatMap((page) => [
          { path: page, method: 'GET' },
          { path: page, method: 'POST' },
        ])) {
          const there = await seen(outsider, method, pathsOfPage(path, targets));
          const nowhere = await seen(outsider, method, pathsOfPage(path, made()));
          expect(there, `${method} ${path} for ${who}`).toEqual(nowhere);
          expect(
            there.every(({ status }) => status === 404 || status === 405),
            `${method} ${path} for ${who}`,
          ).toBe(true);
        }
      }
      expect(server.errors).toEqual([]);
    });

    it('is for a stranger behind the same closed door as what never existed', async () => {
      const stranger = aCaller(server.origin);
      for (const call of api.calls.filter(({ path, answers }) => /\{\w+\}/.test(path) && answers.includes('401'))) {
        const [there, nowhere] = [
          await asked(stranger, call, pathsTo(call, targets)[0] ?? ''),
          await asked(stranger, call, pathsTo(call, made())[0] ?? ''),
        ];
        expect([there.status, there.text, headersOf(there)], call.path).toEqual([
          401,
          nowhere.text,
          headersOf(nowhere),
        ]);
      }
    });

    it('is in no list and no search', async () => {
      const never = 'SC-1999-999999';
      for (const [who, outsider] of Object.entries(outsiders)) {
        const lists = api.calls.filter(
          ({ method, parameters }) => method === 'GET' && parameters.some(({ name }) => name === 'q'),
        );
        expect(lists.length).toBeGreaterThan(0);
        for (const { path } of lists) {
          const there = await outsider.call('GET', `${path}?q=${targets.reference}`);
          const nowhere = await outsider.call('GET', `${path}?q=${never}`);
          expect([there.status, there.text], `${path} for ${who}`).toEqual([200, nowhere.text]);
        }
        const own = await Promise.all(['/api/v1/cases', '/api/v1/me'].map((path) => outsider.call('GET', path)));
        for (const { text } of own) expect(text).not.toContain(targets.caseIds[0]);
      }
    });

    it('cannot be found by guessing', async () => {
      const zoe = outsiders['someone without a case'] as Person;
      const guessed = Array.from({ length: guesses }, () => nodeIds.newId());
      const found = new Set<number>();
      for (let at = 0; at < guesses; at += 50) {
        const answers = await Promise.all(
          guessed.slice(at, at + 50).map((id) => zoe.call('GET', `/api/v1/cases/${id}`)),
        );
        for (const { status } of answers) found.add(status);
      }
      expect([...found]).toEqual([404]);
    });
  });
}

/** Every page of a case, and its files. A new page of a case is a line here. */
const PAGES = [
  '/cases/{id}',
  '/cases/{id}/dates.ics',
  '/cases/{id}/act/FILE_RESPONSE',
  '/cases/{id}/act/FILE_RESPONSE/questions/position',
  '/cases/{id}/act/FILE_RESPONSE/check',
  '/cases/{id}/act/ASSIGN',
  '/cases/{id}/act/MAKE_OFFER',
  '/cases/{id}/notices/{part}',
  '/cases/{id}/act/FILE_RESPONSE/later',
  '/cases/{id}/sent/{part}',
  '/cases/{id}/sent/{part}/answers.pdf',
  '/cases/{id}/parties/{party}/letter',
  '/cases/{id}/contact/{party}',
  '/cases/{id}/contact/{party}/code',
  '/letters/{part}/letter.pdf',
  '/letters/{part}/posted',
  '/letters/{part}/again',
  '/cases/{id}/evidence',
  '/cases/{id}/evidence/add',
  '/cases/{id}/evidence/describe',
  '/cases/{id}/evidence/A-1',
  '/cases/{id}/evidence/files/{part}',
  '/cases/{id}/room',
  '/cases/{id}/room/{party}',
  '/cases/{id}/helpers',
  '/cases/{id}/helpers/invite',
  '/cases/{id}/helpers/{part}/change',
  '/cases/{id}/helpers/{part}/end',
  '/cases/{id}/help-request',
  '/cases/{id}/needs',
  '/cases/{id}/needs/tell',
  '/cases/{id}/needs/{part}/answer',
  '/cases/{id}/needs/{part}/withdraw',
];

function pathsOfPage(page: string, { caseIds, partyIds, partIds }: Targets): string[] {
  const filledIn = page.replace('{id}', caseIds[0] ?? '').replace('{party}', partyIds[0] ?? '');
  return page.includes('{part}') ? partIds.slice(0, 1).map((part) => filledIn.replace('{part}', part)) : [filledIn];
}

/** As it is without what is drawn anew for each page. */
async function seen(person: Person, method: string, paths: readonly string[]) {
  const body = method === 'POST' ? { body: '_key=&note=x' } : {};
  const headers = {
    accept: 'text/html',
    ...(body.body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  };
  const answers = await Promise.all(paths.map((path) => person.call(method, path, { ...body, headers })));
  return answers.map((answer) => ({ status: answer.status, text: answer.text.replace(/nonce="[^"]*"/g, '') }));
}

async function meet(start: StartUnderTest): Promise<void> {
  server = await start();
  const [ann, dan] = [await server.signIn('Ann'), await server.signIn('Dan')];
  const rita = await server.signIn('Rita', ['registrar']);
  const conflicted = await server.signIn('Cora', ['registrar', 'facilitator']);
  const parties = {
    applicant: { name: 'Ann Ashby', email: ann.email },
    respondents: [{ name: 'Bob Bright', email: 'bob@people.example' }],
  };
  const theCase = await submitClaim(ann, parties);
  await submitClaim(dan, { ...parties, applicant: { name: 'Dan Dorn', email: dan.email } });
  await conflicted.act(theCase.id, 'DECLARE_CONFLICT', { reason: 'She is my sister.' });
  await rita.act(theCase.id, 'ISSUE_NOTICE');
  await server.settle();
  outsiders = {
    'someone without a case': await server.signIn('Zoe'),
    'a party of another case': dan,
    'an administrator': await server.signIn('Nora', ['admin']),
    'a registrar with a conflict': conflicted,
  };
  targets = {
    caseIds: [theCase.id],
    partyIds: [partyNamed(theCase, 'Bob Bright')],
    partIds: await partIdsOf(rita, theCase.id),
    reference: theCase.reference,
  };
  api = await theApi(ann);
}

/** Ids that were never given to anything, as long as real ones. */
function made(): Targets {
  const { newId } = nodeIds;
  return { caseIds: [newId()], partyIds: [`${newId()}1`], partIds: [`${newId()}0`], reference: '' };
}

function pathsTo({ path }: ApiCall, { caseIds, partyIds, partIds }: Targets): string[] {
  const blanks = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const unknown = blanks.find((blank) => !['id', 'party'].includes(blank));
  if (unknown) throw new Error(`say in this test what {${unknown}} in ${path} stands for`);
  const ids = path.startsWith('/api/v1/cases/') ? caseIds : partIds;
  return ids.map((id) => filled(path, { id, party: partyIds[0] ?? '' }));
}

function asked(caller: Caller, call: ApiCall, path: string): Promise<Answer> {
  const query = call.parameters.some(({ name }) => name === 'role') ? '?role=member' : '';
  return caller.call(call.method, `${path}${query}`, bodyFor(call));
}

/** A body that the call would take. */
function bodyFor({ body }: ApiCall) {
  if (!body) return {};
  if (body.type === 'application/json') return { json: exampleOf(body.schema, api.schemas) };
  const form = new FormData();
  form.set('file', new File(['A note.'], 'note.txt', { type: 'text/plain' }));
  return { body: form };
}

/** What the server says of the answer; not of the moment, nor of the connection (RFC 9110, 7.6.1). */
function headersOf({ headers }: Answer): string[] {
  return [...headers]
    .filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
    .map(([name, value]) => `${name}: ${value}`);
}
