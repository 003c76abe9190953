import { describe, expect, it } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { STORY } from '../app/a-dispute.ts';
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
    expect(decision.text).toContain(en.register.kinds.final);
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
    expect((await reader.get('/register?q=zzzz')).text).toContain(fr.register.nothing);
    const hostile = await reader.get(`/register?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect([hostile.status, hostile.html.includes('<script>alert')]).toEqual([200, false]);
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
