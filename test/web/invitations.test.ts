import { beforeEach, describe, expect, it } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aVisitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const BEFORE_BEN_JOINED = STORY.negotiation.slice(
  0,
  STORY.negotiation.findIndex(({ name }) => name === 'Ben joins'),
);
const HERE = `/cases/${CASE}`;
const PLENTY = { burst: 1_000_000, perSecond: 1_000_000 };

let web: TestWeb;
beforeEach(async () => {
  web = await aWeb({ happenings: BEFORE_BEN_JOINED });
});

async function letter(): Promise<string> {
  const path = `/api/v1/cases/${CASE}/parties/${PARTIES.ben}/invitation`;
  return ((await (await web.as('rita', 'POST', path)).json()) as { code: string }).code;
}

describe('the short address of a letter', () => {
  it('says to whoever holds the letter whom it is for, and uses nothing up', async () => {
    const code = await letter();
    const versions = web.tribunal.caseFile(CASE).version;
    for (let look = 0; look < 5; look += 1) {
      const page = await aVisitor(web).get(`/n/${code}`);
      expect([page.status, page.text]).toEqual([200, expect.stringContaining('This is for Ben')]);
    }
    expect(web.tribunal.caseFile(CASE).version).toBe(versions);
  });

  it('is listed by nobody, kept by nobody, told to no other site and written into no log', async () => {
    const code = await letter();
    const { headers } = await aVisitor(web).get(`/n/${code}`);
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.getSetCookie()).toEqual([]);
    expect(web.lines.at(-1)?.route).toBe('/n/:code');
    expect(JSON.stringify(web.lines)).not.toContain(code);
  });

  it('shows a preview of links nothing of the dispute', async () => {
    const { html } = await aVisitor(web).get(`/n/${await letter()}`);
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toMatch(new RegExp(`^${en.invitation.plainTitle} – `));
    expect(html).not.toContain('og:');
  });

  it('does not show how to reach anybody', async () => {
    const { html } = await aVisitor(web).get(`/n/${await letter()}`);
    expect(html).not.toMatch(/ben@|ada@/);
  });

  it('leads through the sign-in into the case, by any address, with a button at the end', async () => {
    const code = await letter();
    const ben = aVisitor(web);
    const email = await ben.send(await ben.get(`/n/${code}`), { way: 'mail' });
    expect(email.path).toBe('/sign-in?next=%2Fjoin');
    const signedIn = await signInAt(ben, email, 'benjamin@example.org');
    expect([signedIn.path, signedIn.text]).toEqual(['/join', expect.stringContaining('Go on as Ben')]);
    expect(web.tribunal.caseFile(CASE).parties.find(({ id }) => id === PARTIES.ben)?.userId).toBeUndefined();
    expect((await ben.send(signedIn)).path).toBe(HERE);
    // Used by now: to its owner it is a way to the case, whichever page they begin at.
    expect((await ben.get(`/n/${code}`)).path).toBe(HERE);
    expect((await ben.send(await ben.get('/join'), { code })).path).toBe(HERE);
  });

  it('leads whoever signs in with the address of the case straight to it', async () => {
    const ben = aVisitor(web);
    const email = await ben.send(await ben.get(`/n/${await letter()}`), { way: 'mail' });
    expect((await signInAt(ben, email, 'ben@example.org')).path).toBe(HERE);
  });

  it('keeps the code out of the mail that signs in, which stays in the outbox', async () => {
    const code = await letter();
    const ben = aVisitor(web);
    const email = await ben.send(await ben.get(`/n/${code}`), { way: 'mail' });
    await ben.send(email, { email: 'benjamin@example.org' });
    const rows = web.tribunal.registry.read((reads) => reads.outboxReady('2999-01-01T00:00:00.000Z', 100));
    expect(JSON.stringify(rows.filter(({ kind }) => kind === 'signInCode'))).not.toContain(code.replaceAll('-', ''));
  });

  it('is typed from paper as well, before anybody signs in', async () => {
    const code = await letter();
    const ben = aVisitor(web);
    const typed = code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O');
    const page = await ben.send(await ben.get('/join'), { code: typed });
    expect([page.path, page.text]).toEqual([`/n/${code.replaceAll('-', '')}`, expect.stringContaining('Ben')]);
  });
});

describe('a code that is no good', () => {
  it('is answered byte for byte alike, whether unknown, used, outdated or hostile', async () => {
    const [used, outdated] = [await letter(), await letter()];
    const stranger = aVisitor(web);
    const ben = aVisitor(web);
    await ben.signIn('benjamin@example.org');
    await ben.send(await ben.get('/join'), { code: used });
    web.tribunal.clock.advance({ days: 91 });
    const hostile = [
      '0000-0000-0000-0000',
      '<script>alert(1)</script>',
      '‮1',
      '%00',
      'a'.repeat(5000),
      '😀',
      "' or 1=1",
    ];
    const pages = await Promise.all(
      [used, outdated, ...hostile].map((code) => stranger.get(`/n/${encodeURIComponent(code)}`)),
    );
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(pages.map(({ html }) => html)).size).toBe(1);
    expect(pages[0]?.text).toContain(en.invitation.badTitle);
  });

  it('is the same to somebody else who is signed in, and to who serves the case', async () => {
    const used = await letter();
    const ben = aVisitor(web);
    await ben.signIn('benjamin@example.org');
    await ben.send(await ben.get('/join'), { code: used });
    const zoe = aVisitor(web);
    await zoe.signIn('zoe@example.org');
    expect((await zoe.get(`/n/${used}`)).status).toBe(404);
    expect((await zoe.send(await zoe.get('/join'), { code: used })).text).toContain(en.join.bad);
  });

  it('cannot be looked for without end', async () => {
    const slow = {
      user: PLENTY,
      address: PLENTY,
      signIn: { burst: 5, perSecond: 0.1 },
      rehearsal: PLENTY,
      upload: PLENTY,
    };
    web = await aWeb({ happenings: BEFORE_BEN_JOINED, rateLimits: slow });
    const guesses = await Promise.all(
      Array.from({ length: 10 }, (_, guess) => aVisitor(web).get(`/n/0000-0000-0000-000${guess}`)),
    );
    expect(guesses.map(({ status }) => status)).toEqual([...Array(5).fill(404), ...Array(5).fill(429)]);
  });
});

async function signInAt(
  visitor: ReturnType<typeof aVisitor>,
  page: Awaited<ReturnType<typeof visitor.get>>,
  email: string,
) {
  const asked = await visitor.send(page, { email });
  const rows = web.tribunal.registry.read((reads) => reads.outboxReady('2999-01-01T00:00:00.000Z', 100));
  const row = rows.filter(({ kind, subject }) => kind === 'signInCode' && subject === email).at(-1);
  return visitor.send(asked, { code: (row?.payload as { code: string } | undefined)?.code ?? '' });
}
