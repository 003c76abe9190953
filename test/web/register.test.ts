import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../src/domain/fact.ts';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { CASE, STORY } from '../app/a-dispute.ts';
import { aVisitor } from './a-visitor.ts';
import { aWeb } from './a-web.ts';

const decided = () => aWeb({ happenings: STORY.decided });

describe('the register of published decisions', () => {
  it('is read by everyone, from the foot of each page to the reasons of a decision', async () => {
    const reader = aVisitor(await decided());
    expect((await reader.get('/')).html).toContain('href="/register"');
    const list = await reader.get('/register');
    expect([list.status, list.text]).toEqual([200, expect.stringContaining('DEP-2026-000001')]);
    const decision = await reader.get(/href="(\/register\/[^"?]+)"/.exec(list.html)?.[1] ?? '');
    expect([decision.status, decision.text]).toEqual([200, expect.stringContaining(en.register.reasons)]);
    expect(decision.text).toContain('Decision and order');
  });

  it('names nobody: initials stand for people, on both pages', async () => {
    const web = await decided();
    const reader = aVisitor(web);
    const list = await reader.get('/register');
    const decision = await reader.get(/href="(\/register\/[^"?]+)"/.exec(list.html)?.[1] ?? '');
    for (const { name } of web.tribunal.caseFile(await caseIdIn(web)).parties)
      for (const page of [list, decision]) expect(page.text).not.toContain(name);
  });

  it('is searched by words, in French too', async () => {
    const reader = aVisitor(await decided(), 'fr');
    const found = await reader.get('/register?q=DEP-2026&lang=fr');
    expect(found.text).toContain('Décisions avec « DEP-2026 »');
    expect(found.html).toContain('/register/');
    expect((await reader.get('/register?q=zzzz')).text).toContain(fr.register.none);
    const hostile = await reader.get(`/register?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect([hostile.status, hostile.html.includes('<script>alert')]).toEqual([200, false]);
  });

  it('says “c.” between the sides in French, on both pages and in the PDF, and finds a title as it is written there', async () => {
    const asked: DocumentContent[] = [];
    const renderDocument = async (content: DocumentContent) => {
      asked.push(content);
      return new Uint8Array([1]);
    };
    const web = await aWeb({ happenings: STORY.decided, ports: { renderDocument } });
    const reader = aVisitor(web, 'fr');
    const list = await reader.get(`/register?q=${encodeURIComponent('A.B. c. B.O.')}`);
    expect(list.text).toContain('A.B. c. B.O.');
    const at = /href="(\/register\/[^"?]+)"/.exec(list.html)?.[1] ?? '';
    const decision = await reader.get(at);
    expect(decision.text).toContain('A.B. c. B.O. –');
    await reader.get(`${at}/pdf`);
    expect(asked.map(({ title }) => title)).toEqual(['A.B. c. B.O.']);
    for (const { html } of [list, decision]) expect(html).not.toContain(' v. ');
    expect((await aVisitor(web).get(at)).text).toContain('A.B. v. B.O.');
  });

  it('is narrowed by date, kind and outcome, by the page and by the call', async () => {
    const web = await decided();
    const reader = aVisitor(web);
    const found = async (query: string) => (await reader.get(`/register?${query}`)).html.includes('href="/register/');
    const day = '2026-03-02';
    expect(await found(`q=&from=${day}&to=${day}&type=decision&outcome=decision`)).toBe(true);
    for (const none of [
      'from=2026-03-03',
      'to=2026-03-01',
      'type=dismissal',
      'outcome=dismissed',
      'q=zzz&type=decision',
    ])
      expect(await found(none), none).toBe(false);
    const call = async (query: string) => (await web.as('stranger', 'GET', `/api/v1/decisions?${query}`)).json();
    expect(await call(`from=${day}&workflow=deposit&outcome=decision`)).toMatchObject({
      items: [{ type: 'decision', outcome: 'decision', publishedOn: day, order: { amount: 120_000 } }],
    });
    expect(await call('type=other')).toEqual({ items: [], next: null });
  });

  it('says what is wrong with a date, and takes whatever else is typed as text', async () => {
    const web = await decided();
    const reader = aVisitor(web);
    for (const from of ['2026-02-30', 'yesterday', '2026-3-1', "'--", '9'.repeat(300)]) {
      const page = await reader.get(`/register?from=${encodeURIComponent(from)}`);
      expect([page.status, page.text]).toEqual([422, expect.stringContaining(en.register.badDate)]);
    }
    expect((await reader.get('/register?from=2026-03-02&to=2026-03-01')).text).toContain(en.register.badDates);
    expect((await web.as('stranger', 'GET', '/api/v1/decisions?from=soon')).status).toBe(400);
    const hostile = [
      '"',
      '" OR "a',
      'NEAR(a b)',
      'title:*',
      '\0',
      '*',
      '^a - b',
      'a'.repeat(50_000),
      '(',
      '😀',
      '\u202E',
    ];
    for (const q of hostile) expect((await reader.get(`/register?q=${encodeURIComponent(q)}`)).status, q).toBe(200);
    expect((await reader.get(`/register?type=${encodeURIComponent("x' or 1=1")}&outcome=zzz`)).status).toBe(200);
  });

  it('gives each decision as a PDF that says what its page says, and once only', async () => {
    const asked: DocumentContent[] = [];
    const renderDocument = (content: DocumentContent) => {
      asked.push(content);
      return new TextEncoder().encode('%PDF');
    };
    const web = await aWeb({ happenings: STORY.decided, ports: { renderDocument } });
    const page = await aVisitor(web).get(
      /href="(\/register\/[^"?]+)"/.exec((await aVisitor(web).get('/register')).html)?.[1] ?? '',
    );
    const address = /href="(\/register\/[^"]+\/pdf)"/.exec(page.html)?.[1] ?? '';
    const first = await web.as('stranger', 'GET', address);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    for (const said of [...(asked[0]?.reasons ?? []), ...(asked[0]?.orders ?? []), asked[0]?.title ?? '?'])
      expect(page.text).toContain(said);
    for (const { name } of web.tribunal.caseFile(CASE).parties) expect(JSON.stringify(asked)).not.toContain(name);
    const etag = first.headers.get('etag') ?? '';
    expect((await web.as('stranger', 'GET', address, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await web.as('stranger', 'GET', address)).status).toBe(200);
    expect(asked).toHaveLength(1);
    expect((await web.as('stranger', 'GET', `/register/${'0'.repeat(27)}/pdf`)).status).toBe(404);
  });

  it('holds nothing that was not published, and leads back from an address that was made up', async () => {
    const reader = aVisitor(await aWeb({ happenings: STORY.negotiation }));
    expect((await reader.get('/register')).text).toContain(en.register.empty);
    expect((await reader.get(`/register/${'0'.repeat(27)}`)).status).toBe(404);
    expect((await reader.get('/register?cursor=garbage')).path).toBe('/register');
  });
});

async function caseIdIn(web: Awaited<ReturnType<typeof aWeb>>): Promise<string> {
  const response = await web.as('rita', 'GET', '/api/v1/cases?q=DEP-2026-000001');
  return ((await response.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
}
