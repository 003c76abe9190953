import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTICE_TEMPLATES } from '../../src/domain/definition/templates.ts';
import { renderNotice } from '../../src/effects/mail/render-notice.ts';
import en from '../../templates/locales/en.json' with { type: 'json' };
import fr from '../../templates/locales/fr.json' with { type: 'json' };
import it_ from '../../templates/locales/it.json' with { type: 'json' };
import type { NoticeModel } from '../../templates/mail/notice-model.ts';
import { contrast, readTheme } from '../../templates/mail/theme.ts';

const disputeNotice: NoticeModel = {
  language: 'en',
  tribunal: {
    name: 'Civil Disputes Tribunal',
    address: '200 – 1234 Harbour Street',
    contact: 'registry@tribunal.example',
  },
  template: 'dispute-notice',
  subject: 'A claim was made against you',
  paragraphs: ['Harbour Kitchens Ltd. says that you owe them $3,240.00.', 'First line\nsecond line'],
  recipient: { name: 'Rosa Okafor' },
  case: { reference: 'CDT-2026-004817', title: 'Unpaid invoice for kitchen work' },
  action: { label: 'Read and answer the claim', url: 'https://tribunal.example/cases/4fJk?a=1&b=2' },
  deadlines: [
    {
      title: 'Answer by Monday 16 March 2026, 11:59 p.m. Pacific time',
      sentence: 'You have 14 days from the day you were served.',
    },
  ],
  documents: [{ title: 'Dispute notice (PDF)' }],
  code: '482 913',
  footer: 'You receive this because a claim names you.',
};

const templates = [...NOTICE_TEMPLATES];
const UNPRINTABLE = /(?!\n)\p{Cc}|\u202E/u;
const skeleton = (html: string) => html.match(/<\/?[a-z][a-z0-9]*/gi)?.join(' ');

describe('a person who gets a notice', () => {
  it('reads what to do, by when and why, before all else', async () => {
    const { subject, text } = await renderNotice(disputeNotice);
    expect(subject).toBe('A claim was made against you');
    expect(text).toBe(`Civil Disputes Tribunal

Dispute notice · Case CDT-2026-004817 · Unpaid invoice for kitchen work

A claim was made against you

Hello Rosa Okafor,

What you must do, and by when

Answer by Monday 16 March 2026, 11:59 p.m. Pacific time

You have 14 days from the day you were served.

Harbour Kitchens Ltd. says that you owe them $3,240.00.

First line
second line

Read and answer the claim https://tribunal.example/cases/4fJk?a=1&b=2

With this notice

 - Dispute notice (PDF)

You receive this because a claim names you.

Sent by Civil Disputes Tribunal

200 – 1234 Harbour Street

Questions: registry@tribunal.example
`);
  });

  it.each(templates)('gets a page that any reader can follow: %s', async (template) => {
    const { html, text } = await renderNotice({ ...disputeNotice, template });
    expect(html).toMatch(/^<!DOCTYPE html[^>]*>.*<html dir="ltr" lang="en">/s);
    // A long address in a text must not make the page wider than a phone.
    expect(html).toContain('overflow-wrap:anywhere');
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const tables = html.match(/<table[^>]*>/g) ?? [];
    expect(tables.filter((table) => !table.includes('role="presentation"'))).toEqual([]);
    expect(html).not.toMatch(/<(script|style|img|iframe|form)\b/i);
    expect(html).not.toMatch(/https?:\/\/(?!tribunal\.example|www\.w3\.org)/);
    expect(text).not.toMatch(/<[a-z]/i);
    expect(text).not.toMatch(/\n{3}|[ \t]\n/);
    expect(text).toContain(disputeNotice.subject);
    for (const paragraph of disputeNotice.paragraphs) expect(text).toContain(paragraph);
  });

  it.each(templates)('in French gets no English word from the template: %s', async (template) => {
    const { html, text } = await renderNotice({ ...disputeNotice, template, language: 'fr' });
    expect(html).toContain('lang="fr"');
    expect(text).toContain('Envoyé par Civil Disputes Tribunal');
    expect(text).not.toMatch(/\b(Hello|Sent by|Questions: |Case )/);
  });

  it('finds the same sentences in every catalogue', () => {
    const keys = (words: object, path = ''): string[] =>
      Object.entries(words).flatMap(([key, value]) =>
        typeof value === 'string' ? `${path}${key}` : keys(value, `${path}${key}.`),
      );
    expect(keys(fr)).toEqual(keys(en));
    expect(keys(it_)).toEqual(keys(en));
    expect(Object.keys(en.kicker).sort()).toEqual([...templates].sort());
  });

  it('sees no code on a locked screen', async () => {
    const { html, subject } = await renderNotice({
      ...disputeNotice,
      template: 'sign-in-code',
      deadlines: [],
      documents: [],
    });
    expect(html).not.toContain('data-skip-in-text="true">482');
    expect(html.indexOf('482 913')).toBeGreaterThan(html.indexOf('<h1'));
    expect(subject).not.toContain('482');
  });

  it('reads an Arabic paragraph from the right', async () => {
    const { html } = await renderNotice({ ...disputeNotice, paragraphs: ['تم تقديم مطالبة ضدك'] });
    expect(html).toMatch(/<p dir="auto"[^>]*>تم تقديم/);
  });
});

describe('a notice filled with what someone else wrote', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</td></tr></table></body></html><h1>Pay here</h1>',
    '<!--',
    '-->',
    ']]>',
    '<![CDATA[',
    '&lt;b&gt; &amp; &#x3c;script&#x3e;',
    '{{case.reference}} \x24{7*7} {name} {tribunal}',
    '<a href="https://evil.example">click</a>',
    '<style>body{display:none}</style>',
    '\u0000\u0008\u001b\uD800 \u202Etxet',
    '$& $1 $`',
  ];

  it.each(PAYLOADS)('keeps its shape and shows the words as words: %j', async (payload) => {
    for (const template of templates) {
      const hostile: NoticeModel = {
        ...disputeNotice,
        template,
        tribunal: { name: payload, address: payload, contact: payload },
        subject: payload,
        paragraphs: [payload, 'First line\nsecond line'],
        recipient: { name: payload },
        case: { reference: payload, title: payload },
        action: { label: payload, url: 'https://tribunal.example/cases/4fJk' },
        deadlines: [{ title: payload, sentence: payload }],
        documents: [{ title: payload }],
        code: payload,
        invitation: { code: payload, link: payload },
        footer: payload,
      };
      const calm: NoticeModel = JSON.parse(JSON.stringify(hostile).replaceAll(JSON.stringify(payload), '"calm"'));
      const { html, text } = await renderNotice(hostile);
      expect(skeleton(html)).toBe(skeleton((await renderNotice(calm)).html));
      expect(html).not.toMatch(UNPRINTABLE);
      expect(text).not.toMatch(UNPRINTABLE);
    }
  });

  it('says in plain text exactly what was written', async () => {
    const written = 'I said <b>no</b> & meant {{it}}: \x24{1+1} $&';
    expect((await renderNotice({ ...disputeNotice, paragraphs: [written] })).text).toContain(written);
  });

  it('never grows a tag from any text', async () => {
    const calm = skeleton((await renderNotice({ ...disputeNotice, paragraphs: ['calm'] })).html);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', '!', '-', ' ', ';', '#', '{', '$') }),
        async (text) => {
          expect(skeleton((await renderNotice({ ...disputeNotice, paragraphs: [text] })).html)).toBe(calm);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/cases/1', '', 'vbscript:x', 'file:///etc/passwd'])(
    'follows no link but a web address: %j',
    async (url) => {
      await expect(renderNotice({ ...disputeNotice, action: { label: 'Go', url } })).rejects.toThrow(
        /must be an https address/,
      );
    },
  );

  it('names the templates there are when asked for one there is not', async () => {
    await expect(renderNotice({ ...disputeNotice, template: 'constructor' })).rejects.toThrow(
      /no notice template "constructor"; use one of notice, dispute-notice/,
    );
  });
});

describe("a tribunal's own colours", () => {
  const channel = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
  const colour = fc.tuple(channel, channel, channel).map((parts) => `#${parts.join('')}`);

  it('always leave the words on its buttons and its masthead readable', () => {
    fc.assert(
      fc.property(colour, colour, (brand, brandDeep) => {
        const theme = readTheme({ brand, brandDeep });
        expect(contrast(theme.onBrand, theme.brand)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(theme.onBrandDeep, theme.brandDeep)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(theme.link, theme.wash)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(theme.link, theme.paper)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('cannot carry anything but a colour into a style', () => {
    const theme = readTheme({ brand: 'red;background:url(https://evil.example)', ink: '#12', paper: '#FFFDF8' });
    expect(theme).toMatchObject({ brand: '#0a4b5c', ink: '#16202e', paper: '#FFFDF8' });
  });
});
