import { beforeEach, describe, expect, it } from 'vitest';
import type { SignInCodeMail } from '../../src/app/auth/request-code.ts';
import { aVisitor, type Seen, type Visitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

let web: TestWeb;
let ada: Visitor;

beforeEach(async () => {
  web = await aWeb();
  ada = aVisitor(web);
});

function mails(): readonly SignInCodeMail[] {
  const rows = web.tribunal.registry.read((reads) => reads.outboxReady('2999-01-01T00:00:00.000Z', 100));
  return rows.filter(({ kind }) => kind === 'signInCode').map(({ payload }) => payload as SignInCodeMail);
}

/** Asks for a code on the page; answers the link that comes beside it. */
async function linkAskedFor(visitor: Visitor, next = '/cases'): Promise<string> {
  const page = await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`);
  await visitor.send(page, { email: 'ada@example.org' });
  return mails().at(-1)?.link ?? '';
}

const open = (visitor: Visitor, link: string): Promise<Seen> => visitor.get(link.slice(web.origin.length));
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/api/v1/me')).status === 200;

describe('the link in the mail with the code', () => {
  it('signs in at the press of a button, and leads back', async () => {
    const page = await open(ada, await linkAskedFor(ada, '/join'));
    expect(page.text).toContain('Press the button to sign in in this browser.');
    expect((await ada.send(page)).path).toBe('/join');
    expect(await isSignedIn(ada)).toBe(true);
  });

  it('is not used up by programs that look into mail', async () => {
    const link = await linkAskedFor(ada);
    const scanner = aVisitor(web);
    for (let looked = 0; looked < 5; looked += 1) expect((await open(scanner, link)).status).toBe(200);
    await ada.send(await open(ada, link));
    expect(await isSignedIn(ada)).toBe(true);
  });

  it('opens nothing in a browser that did not ask, and still works in the one that did', async () => {
    const link = await linkAskedFor(ada);
    const thief = aVisitor(web);
    for (const browser of ['none', 'of their own']) {
      if (browser === 'of their own') await thief.send(await thief.get('/sign-in'), { email: 'eve@example.org' });
      const page = await thief.send(await open(thief, link));
      expect([page.status, page.text]).toEqual([422, expect.stringContaining('Open this link where you asked for it')]);
      expect(await isSignedIn(thief)).toBe(false);
    }
    await ada.send(await open(ada, link));
    expect(await isSignedIn(ada)).toBe(true);
  });

  it('works once, and takes the code with it', async () => {
    const page = await open(ada, await linkAskedFor(ada));
    await ada.send(page);
    expect((await ada.send(page)).text).toContain('This link does not work any more');
    const json = { email: 'ada@example.org', code: mails().at(-1)?.code };
    expect((await web.as('stranger', 'POST', '/api/v1/auth/sessions', { json })).status).toBe(401);
  });

  it('is used up by the code', async () => {
    const link = await linkAskedFor(ada);
    const json = { email: 'ada@example.org', code: mails().at(-1)?.code };
    expect((await web.as('stranger', 'POST', '/api/v1/auth/sessions', { json })).status).toBe(201);
    expect((await ada.send(await open(ada, link))).status).toBe(422);
  });

  it('works for ten minutes, and only the newest does', async () => {
    const [first, second] = [await linkAskedFor(ada), await linkAskedFor(ada)];
    expect((await ada.send(await open(ada, first))).status).toBe(422);
    const page = await open(ada, second);
    web.tribunal.clock.advance({ minutes: 10 });
    expect((await ada.send(page)).status).toBe(422);
    expect(await isSignedIn(ada)).toBe(false);
  });

  it('is kept as a hash alone, but in the mail that waits', async () => {
    const token = new URL(await linkAskedFor(ada)).searchParams.get('token') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const kept = JSON.stringify(web.tribunal.database.drizzle.all('select * from codes' as never));
    expect(kept).not.toContain(token);
  });

  it('is not in a mail that a program asked for: it has no browser', async () => {
    await web.as('stranger', 'POST', '/api/v1/auth/codes', { json: { email: 'ada@example.org' } });
    expect(mails().at(-1)?.link).toBeUndefined();
  });

  it('leads to no other site', async () => {
    const page = await open(ada, await linkAskedFor(ada, '//evil.example'));
    expect((await ada.send(page)).path).toBe('/cases');
  });
});
