import { describe, expect, it } from 'vitest';
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { readPdf } from '../http/read-pdf.ts';
import { aVisitor } from './a-visitor.ts';
import { aWeb } from './a-web.ts';

const BEFORE_BEN_JOINED = STORY.negotiation.slice(
  0,
  STORY.negotiation.findIndex(({ name }) => name === 'Ben joins'),
);
const LETTER = `/cases/${CASE}/parties/${PARTIES.ben}/letter`;

const aRegistry = () => aWeb({ happenings: BEFORE_BEN_JOINED });

describe('the letter that the registry prints for someone without an account', () => {
  it('brings them an address, a square and a code, in a document that can be read aloud', async () => {
    const web = await aRegistry();
    const rita = aVisitor(web);
    const page = await rita.signIn('rita@example.org', LETTER);
    const made = await web.as('rita', 'POST', LETTER, { body: new FormData(), headers: { origin: web.origin } });
    expect([page.status, made.status, made.headers.get('content-type')]).toEqual([200, 200, 'application/pdf']);
    const { words, isAccessible } = await readPdf(new Uint8Array(await made.arrayBuffer()));
    const code = /([0-9a-z]{4}-){3}[0-9a-z]{4}/.exec(words)?.[0] ?? '';
    expect(isAccessible).toBe(true);
    for (const part of ['Ben', 'DEP-2026-000001', 'join', 'whoever has the code can act as you'])
      expect(words).toContain(part);
    expect((await aVisitor(web).get(`/n/${code}`)).text).toContain('This is for Ben');
  });

  it('is made by the registry alone, and by nobody who only opens the page', async () => {
    const web = await aRegistry();
    for (const name of ['ada', 'fay', 'mia', 'nora'] as const) {
      expect((await web.as(name, 'GET', LETTER)).status, name).toBe(404);
      const made = await web.as(name, 'POST', LETTER, { body: new FormData(), headers: { origin: web.origin } });
      expect(made.status, name).toBe(404);
    }
    const other = `/cases/${CASE}/parties/${PARTIES.ada}/letter`;
    expect((await web.as('rita', 'GET', other)).status).toBe(404);
  });

  it('is offered to the registry on the page of the case, beside whom it is for', async () => {
    const web = await aRegistry();
    const rita = aVisitor(web);
    expect((await rita.signIn('rita@example.org', `/cases/${CASE}`)).html).toContain(LETTER);
    expect((await aVisitor(web).signIn('ada@example.org', `/cases/${CASE}`)).html).not.toContain('/letter');
  });
});
