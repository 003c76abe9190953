import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../src/web/pages/register/atom-feed.ts';
import { STORY } from '../app/a-dispute.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const decided = () => aWeb({ happenings: STORY.decided });
const parser = new XMLParser({ ignoreAttributes: false, htmlEntities: true, isArray: (name) => name === 'entry' });

async function feedAt(web: TestWeb, path: string) {
  const answer = await web.as('stranger', 'GET', path);
  const text = await answer.text();
  expect([answer.status, XMLValidator.validate(text)], path).toEqual([200, true]);
  return { answer, text, feed: parser.parse(text).feed };
}

describe('the feed of published decisions', () => {
  it('is named by the page, and says of each decision what its line there says', async () => {
    const web = await decided();
    const page = await (await web.as('stranger', 'GET', '/register?q=DEP-2026&lang=en')).text();
    const alternate = /<link rel="alternate" type="application\/atom\+xml" href="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(alternate).toBe('/register.atom?q=DEP-2026&amp;lang=en');
    const { answer, feed } = await feedAt(web, alternate.replaceAll('&amp;', '&'));
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const [entry] = feed.entry;
    expect(feed).toMatchObject({ title: 'Published decisions – Test Tribunal', '@_xml:lang': 'en' });
    expect(feed.updated).toBe(entry.updated);
    expect(entry.title).toBe('A.B. v. B.O.');
    expect(page).toContain(entry.summary);
    expect(page).toContain(`href="${entry.id.replace(web.origin, '')}"`);
  });

  it('speaks the language that its address names, and holds what the search finds', async () => {
    const web = await decided();
    const { feed } = await feedAt(web, '/register.atom?lang=fr');
    expect([feed.title, feed.entry[0].title]).toEqual(['Décisions publiées – Tribunal d’essai', 'A.B. c. B.O.']);
    const nothing = await feedAt(web, '/register.atom?q=zzzz&lang=en');
    expect([nothing.feed.entry, nothing.feed.updated]).toEqual([undefined, '1970-01-01T00:00:00Z']);
    expect((await web.as('stranger', 'GET', '/register.atom?from=yesterday')).status).toBe(422);
  });

  it('holds only what was published, nobody’s name and no reasons, whoever asks', async () => {
    const before = await feedAt(await aWeb({ happenings: STORY.assigned }), '/register.atom?lang=en');
    expect(before.feed.entry).toBeUndefined();
    const web = await decided();
    const { text } = await feedAt(web, '/register.atom?lang=en');
    for (const name of ['Ada', 'Byron', 'Ben', 'Okri']) expect(text).not.toContain(name);
    expect(await (await web.as('rita', 'GET', '/register.atom?lang=en')).text()).toBe(text);
  });

  it('is XML whatever stands in it', async () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const hostile = `<script>"'&${text}]]></title>`;
        const entry = { title: hostile, page: hostile, publishedAt: '', changedAt: '', summary: hostile };
        const feed = { language: 'en', title: hostile, author: hostile, self: hostile, page: hostile };
        const made = atomFeed({ ...feed, entries: [entry] });
        expect(XMLValidator.validate(made)).toBe(true);
        expect(made).not.toContain('<script>');
        expect(Object.keys(parser.parse(made).feed.entry[0])).toHaveLength(6);
      }),
    );
  });
});
