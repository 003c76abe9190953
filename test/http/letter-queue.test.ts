import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCursor } from '../../src/app/cursor.ts';
import type { Answer } from './a-caller.ts';
import { submitClaim } from './a-claim.ts';
import { aComposedServer, type ComposedServer } from './a-composed-server.ts';
import type { Person } from './a-person.ts';

const CASES = 6;
const RESPONDENTS = 10;

let server: ComposedServer;
let rita: Person;

/** Sixty people get their notice by letter: nobody knows another address of theirs. */
beforeAll(async () => {
  const start = Date.parse('2026-12-01T17:00:00.000Z');
  let asked = 0;
  server = await aComposedServer({ clock: { now: () => new Date(start + asked++).toISOString() } });
  rita = await server.signIn('Rita', ['registrar']);
  const ann = await server.signIn('Ann');
  for (let made = 0; made < CASES; made += 1) {
    const respondents = Array.from({ length: RESPONDENTS }, (_, index) => ({
      name: `Person ${made}-${index}`,
      address: '1 Pier',
    }));
    const claim = await submitClaim(ann, { applicant: { name: 'Ann', email: ann.email }, respondents });
    await rita.act(claim.id, 'ISSUE_NOTICE');
  }
  await server.settle();
}, 120_000);
afterAll(() => server.stop());

/** A page of the queue, wherever the call led. */
function pageOf({ text, status }: Answer) {
  const forms = [...text.matchAll(/action="\/letters\/([^/"]+)\/posted"/g)].map(([, id]) => id as string);
  const [, next] = /href="(\/letters\?cursor=[^"]+)"/.exec(text) ?? [];
  return { text, status, forms, next: next?.replaceAll('&amp;', '&') };
}

const pageAt = async (path: string) => pageOf(await rita.call('GET', path));

it('shows the registry every letter that waits, fifty on a page', async () => {
  const first = await pageAt('/letters');
  const second = await pageAt(first.next ?? '');
  expect([first.forms.length, second.forms.length]).toEqual([50, 10]);
  expect(new Set([...first.forms, ...second.forms]).size).toBe(CASES * RESPONDENTS);
  expect(first.text).toContain('Newer letters');
  expect(second.text).toContain('href="/letters"');
  expect(second.next).toBeUndefined();
  expect((await pageAt(`${first.next}&lang=fr`)).text).toContain('Lettres les plus anciennes');
});

it('stays on the page of a letter that was posted, or whose date was left out', async () => {
  const { next = '' } = await pageAt('/letters');
  const cursor = new URLSearchParams(next.split('?')[1]).get('cursor') ?? '';
  const post = async (id: string, fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ _cursor: cursor, ...fields }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return pageOf(await rita.call('POST', `/letters/${id}/posted`, { body, headers }));
  };
  const [id = '', ...others] = (await pageAt(next)).forms;
  expect(await post(id, {})).toMatchObject({ status: 422, forms: [id, ...others] });
  const posted = await post(id, { 'on.day': '1', 'on.month': '12', 'on.year': '2026' });
  expect(posted.forms).toEqual(others);
  expect(posted.text).toContain('Noted. The letter is in the post.');
});

it('begins anew where nothing is left from a place on, or for an address that was made up', async () => {
  const beyond = writeCursor('2030-01-01T00:00:00.000Z', 'z');
  for (const cursor of [beyond, 'nothing'])
    expect((await pageAt(`/letters?cursor=${cursor}`)).forms, cursor).toHaveLength(50);
});
