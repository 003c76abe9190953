import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleOf } from '../../src/web/docs/example-of.ts';
import { respond, submitClaim } from './a-claim.ts';
import type { Person } from './a-person.ts';
import type { ServerUnderTest, StartUnderTest } from './server-under-test.ts';
import { type ApiCall, filled, type TheApi, theApi } from './the-api.ts';

const WHO = ['ann', 'bob', 'rita', 'fay', 'nora'] as const;

/** One server a test file. */
let server: ServerUnderTest;
let api: TheApi;
let people: { readonly [name in (typeof WHO)[number]]: Person };
let ids: readonly string[];

/** What breaks programs, wherever a text can stand. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  '\uD800',
  '../../etc/passwd',
  '%00',
  '%2e%2e%2f',
  '__proto__',
  'constructor',
  'toString',
  "' OR 1=1 --",
  '"',
  'NEAR(',
  'a AND',
  '*',
  '{{case.reference}}',
  '<script>',
  'x'.repeat(5_000),
  '\u202E',
  '𝒶',
  '-1',
  '1e999',
  'null',
  'xstate.init',
  'SUBMIT',
];
const nastyText = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 30 }));
const nastyValue = fc.oneof(
  nastyText,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(-1, 1e21, Number.MAX_SAFE_INTEGER, 0.1, null, [], {}, true, { __proto__: null, toString: 'x' }),
);

/** The example, with something else in one or two of its places. */
function spoiled(example: unknown, changes: readonly (readonly [number, unknown])[]): unknown {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const copy: unknown = structuredClone(example);
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      places.push([value as Record<string, unknown>, name]);
      walk(inner);
    }
  };
  walk(copy);
  for (const [at, value] of changes) {
    const [holder, name] = places[at % Math.max(1, places.length)] ?? [];
    if (holder && name) holder[name] = value;
  }
  return copy;
}

/**
 * What anybody may send, on whichever runtime: nothing of it is the server's undoing.
 *
 * @param runs how much of it
 */
export function sendersOfNonsense(runtime: string, start: StartUnderTest, runs: number): void {
  describe(`the API, whatever it is sent, on ${runtime}`, () => {
    beforeAll(() => meet(start));
    afterAll(() => server?.stop());

    it('answers with a problem that it knows, and never loses its head', async () => {
      const calls = api.calls.filter(({ path }) => !path.endsWith('/current'));
      const place = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: nastyText });
      await fc.assert(
        fc.asyncProperty(
          fc.record({
            call: fc.constantFrom(...calls),
            who: fc.constantFrom(...WHO),
            places: fc.record({ id: place, party: place, version: place }),
            query: fc.dictionary(
              fc.constantFrom('limit', 'cursor', 'q', 'stage', 'status', 'assignee', 'role', 'lang', 'x'),
              nastyText,
            ),
            changes: fc.array(fc.tuple(fc.nat(50), nastyValue), { maxLength: 2 }),
            instead: fc.option(nastyValue, { freq: 5 }),
          }),
          async ({ call, who, places, query, changes, instead }) => {
            const path = `${filled(call.path, places)}?${new URLSearchParams(query)}`;
            const body = call.body
              ? (instead ?? spoiled(exampleOf(call.body.schema, api.schemas), changes))
              : undefined;
            const answer = await people[who].call(call.method, path, bodyOf(call, body));
            expect(answer.status, `${call.method} ${path} ${JSON.stringify(body)}: ${answer.text}`).toBeLessThan(500);
            if (answer.status >= 400) expect(answer.headers.get('content-type')).toBe('application/problem+json');
          },
        ),
        { numRuns: runs },
      );
      expect(server.errors).toEqual([]);
    });

    it('takes of any event only what its form takes', async () => {
      const { ann } = people;
      const [caseId] = ids as [string];
      const { definition } = await ann.get<{ definition: { events: object } }>('/workflows/small-claims');
      const events = [
        ...Object.keys(definition.events),
        'ASSIGN',
        'INVITE',
        'REVOKE',
        'EXTEND_DEADLINE',
        'COMPLETE_TASK',
        'DECLARE_CONFLICT',
        'CHANGE_CONTACT',
        'CONFIRM_EMAIL',
      ];
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...events, ...NASTY),
          fc.constantFrom(...WHO),
          fc.dictionary(
            fc.constantFrom(
              'amount',
              'message',
              'reasons',
              'terms',
              'party',
              'role',
              'user',
              'email',
              'evidence',
              '__proto__',
              'x',
            ),
            nastyValue,
          ),
          fc.option(fc.constantFrom(...ids, ...NASTY), { nil: undefined }),
          async (event, who, data, party) => {
            const answer = await people[who].attempt(caseId, event, data, party);
            expect(answer.status, `${event} ${JSON.stringify(data)} ${party}: ${answer.text}`).toBeLessThan(500);
          },
        ),
        {
          numRuns: runs,
          // What once was answered with a 500.
          examples: [['SUBMIT', 'ann', { evidence: { toString: 'x' } }, undefined]],
        },
      );
      expect(server.errors).toEqual([]);
    });
  });
}

async function meet(start: StartUnderTest): Promise<void> {
  server = await start();
  const [ann, bob, rita, fay, nora] = [
    await server.signIn('Ann'),
    await server.signIn('Bob'),
    await server.signIn('Rita', ['registrar']),
    await server.signIn('Fay', ['facilitator', 'member']),
    await server.signIn('Nora', ['admin']),
  ];
  const theCase = await submitClaim(ann, {
    applicant: { name: 'Ann Ashby', email: ann.email },
    respondents: [{ name: 'Bob Bright', email: bob.email }],
  });
  await rita.act(theCase.id, 'ISSUE_NOTICE');
  await server.settle();
  await respond(bob, theCase.id, Temporal.Now.plainDateISO('America/Vancouver').toString());
  people = { ann, bob, rita, fay, nora };
  const documents = await ann.part<{ id: string }>(theCase.id, 'documents');
  ids = [theCase.id, ...theCase.parties.map(({ id }) => id), ...documents.map(({ id }) => id), 'small-claims', '1'];
  api = await theApi(ann);
}

function bodyOf({ body: described }: ApiCall, body: unknown) {
  if (!described) return {};
  if (described.type === 'application/json') return { json: body };
  const form = new FormData();
  form.set('file', new File([JSON.stringify(body) ?? ''], 'note.txt', { type: 'text/plain' }));
  return { body: form };
}
