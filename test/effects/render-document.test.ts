import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TEMPLATES } from '../../src/domain/definition/templates.ts';
import type { DocumentModel } from '../../src/effects/documents/document-model.ts';
import { renderDocument } from '../../src/effects/documents/render-document.ts';

const decision: DocumentModel = {
  template: 'decision',
  language: 'en',
  tribunal: { name: 'Civil Disputes Tribunal', address: '200 – 1234 Harbour Street, Victoria BC' },
  reference: 'CDT-2026-004817',
  title: 'Harbour Kitchens Ltd. v. Okafor',
  issuedOn: '2026-03-16',
  parties: [
    { role: 'applicant', name: 'Harbour Kitchens Ltd.', label: 'Applicant' },
    { role: 'respondent', name: 'Rosa Okafor', label: 'Respondent' },
  ],
  body: [
    { kind: 'heading', text: 'Introduction' },
    { kind: 'numbered', items: ['The applicant built a kitchen.', 'The respondent did not pay for all of it.'] },
    { kind: 'heading', level: 2, text: 'Evidence' },
    { kind: 'table', rows: [{ key: 'Contract', value: '2 November 2025' }] },
    { kind: 'list', items: ['Eleven photographs'] },
    { kind: 'paragraph', text: 'Both parties were heard.' },
    { kind: 'callout', title: 'Answer by Monday', text: 'You have 14 days.' },
  ],
  reasons: ['The work was finished.', 'Three fronts are missing.'],
  orders: [
    { text: 'Rosa Okafor must pay.', amount: { cents: 125_000, currency: 'CAD' }, due: '2026-04-10' },
    { text: 'Harbour Kitchens Ltd. must deliver the fronts.' },
  ],
  signature: { name: 'Amara Lindqvist', title: 'Tribunal member', date: '2026-03-16' },
  agreedBy: [{ name: 'Jean Tremblay', title: 'For Harbour Kitchens Ltd.', date: '2026-03-15' }],
  verification: { code: 'K7QM-42XD', url: 'https://tribunal.example/check/K7QM-42XD' },
};

/** Of the sheet, in points: less than the template leaves. */
const MARGIN = 36;

const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** The words of a document in reading order, without the breaks of its lines. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return text.replaceAll('\u200B', '').replace(/\s+/g, ' ');
}

describe('a party who opens a document of the tribunal', () => {
  it('reads a decision: numbered reasons, then what is ordered, with amounts and dates in full', async () => {
    const words = await wordsOf(renderDocument(decision));
    for (const sentence of [
      'Civil Disputes Tribunal',
      'Reference CDT-2026-004817 Issued Monday 16 March 2026',
      'Harbour Kitchens Ltd. Applicant Rosa Okafor Respondent',
      '1. The applicant built a kitchen. 2. The respondent did not pay for all of it.',
      'Contract 2 November 2025',
      '3. The work was finished. 4. Three fronts are missing.',
      'The tribunal orders: 1. Rosa Okafor must pay. Amount: $1,250.00 · Due by Friday 10 April 2026 2. Harbour',
      'Amara Lindqvist Tribunal member Monday 16 March 2026',
      'and enter the code K7QM-42XD',
      'Page 1 of 2',
    ]) {
      expect(words).toContain(sentence);
    }
  });

  it.each(['W', 'é', '0', '7K3M-', '/', '2026/11/', '—'])(
    'reads the whole of a run without a break: %s',
    async (part) => {
      const run = `Q${part.repeat(200).slice(0, 200)}Q`;
      const long: DocumentModel = {
        ...decision,
        title: run,
        parties: [{ role: 'applicant', name: run, label: 'Respondent by counterclaim' }],
        body: [
          { kind: 'heading', text: run },
          { kind: 'numbered', items: [run] },
          { kind: 'table', rows: [{ key: 'What the applicant says', value: run }] },
          { kind: 'callout', title: run, text: run },
        ],
        reasons: [run],
        orders: [{ text: run }],
        agreedBy: [{ name: run, title: run, date: '2026-03-15' }],
      };
      const pdf = await getDocumentProxy(new Uint8Array(renderDocument(long)));
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const page = await pdf.getPage(number);
        const right = page.view[2] ?? 0;
        for (const item of (await page.getTextContent()).items) {
          if (!('str' in item)) continue;
          expect(item.transform[4] + item.width, item.str).toBeLessThan(right - MARGIN);
        }
      }
    },
  );

  it('copies its code from it whole, whatever characters stand side by side', async () => {
    const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
    const pair = (place: number, apart: number) => `${alphabet[place]}${alphabet[(place + apart) % alphabet.length]}`;
    const codes = alphabet.flatMap((_, apart) =>
      // Each takes its pairs from the whole alphabet: no code is of wide letters alone.
      [0, 1, 2, 3].map((first) => [0, 4, 8, 12, 16, 20, 24, 28].map((step) => pair(first + step, apart)).join('')),
    );
    for (const code of codes) {
      const printed = code.replace(/.{4}(?=.)/g, '$&-');
      const url = `https://tribunal.example/verify/${printed}`;
      const words = await wordsOf(renderDocument({ ...decision, verification: { code: printed, url } }));
      expect(words).toContain(`and enter the code ${printed} `);
    }
  });

  it('reads it in French as the French write', async () => {
    const words = await wordsOf(renderDocument({ ...decision, language: 'fr', issuedOn: '2026-03-01' }));
    expect(words).toContain('Délivré le dimanche 1er mars 2026');
    expect(words).toContain(
      'Le tribunal ordonne : 1. Rosa Okafor must pay. Montant : 1 250,00 $ · Au plus tard le vendredi 10 avril 2026',
    );
  });

  it.each(DOCUMENT_TEMPLATES)(
    'can have it read aloud: %s is PDF/UA with language, title and structure',
    async (template) => {
      const bytes = renderDocument({ ...decision, template });
      const pdf = raw(bytes);
      expect(pdf).toMatch(/\/StructTreeRoot/);
      expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
      expect(pdf).toMatch(/\/Lang\s*\(en-CA\)/i);
      expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
      expect(pdf).toMatch(/\/DisplayDocTitle true/);
      for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'Figure', 'Link'])
        expect(pdf, tag).toMatch(new RegExp(`/S\\s*/${tag}\\b`));
      if (template !== 'letter') expect(pdf).toMatch(/\/S\s*\/TH\b/);
      const { info } = await (await getDocumentProxy(new Uint8Array(bytes))).getMetadata();
      expect(info).toMatchObject({ Title: decision.title, Author: decision.tribunal.name });
    },
  );

  it('needs no font and no program of its own: all is embedded, nothing runs', () => {
    const pdf = raw(renderDocument(decision));
    expect(pdf).toMatch(/\/FontFile/);
    expect(pdf).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction|EmbeddedFile|AcroForm)\b/);
  });

  it('gets the same bytes for the same document, and others for another', () => {
    const hash = (model: DocumentModel) => createHash('sha256').update(renderDocument(model)).digest('hex');
    const first = hash(decision);
    hash({ ...decision, title: 'Something else' });
    expect(hash(structuredClone(decision))).toBe(first);
    expect(hash({ ...decision, issuedOn: '2026-03-17' })).not.toBe(first);
  });

  it('finds the right heading order even when an author began with a sub-heading', () => {
    const body: DocumentModel['body'] = [
      { kind: 'heading', level: 2, text: 'A' },
      { kind: 'paragraph', text: 'b' },
    ];
    expect(() => renderDocument({ ...decision, body, reasons: [] })).not.toThrow();
  });
});

describe('a document made of what someone else wrote', () => {
  const inEveryPlace = (text: string): DocumentModel => ({
    ...decision,
    tribunal: { name: text, address: text },
    reference: text,
    title: text,
    parties: [{ role: text, name: text, label: text }],
    body: [
      { kind: 'heading', text },
      { kind: 'numbered', items: [text] },
      { kind: 'list', items: [text] },
      { kind: 'paragraph', text },
      { kind: 'table', rows: [{ key: text, value: text }] },
      { kind: 'callout', title: text, text },
    ],
    reasons: [text],
    orders: [{ text }],
    signature: { name: text, title: text, date: '2026-03-16' },
    verification: { code: text, url: 'https://tribunal.example/check' },
  });

  it.each([
    '#include "/etc/passwd"',
    '#read("/etc/passwd")',
    '#import "sheet.typ": *',
    '#panic("stop") #eval("1+1") #sys.inputs',
    '*bold* _it_ `code` $x^2$ = not a heading',
    '@ref <label> \\ \\u{41} // no comment /* none */',
    '") + read("sheet.typ") + ("',
    '</script> --- ... ~ -? "quotes" \'and\' -- dashes',
    '{{case.reference}}',
  ])('shows it letter by letter: %s', async (text) => {
    const words = await wordsOf(renderDocument(inEveryPlace(text)));
    expect(words.split(text).length).toBeGreaterThan(12);
    expect(words).not.toContain('root:');
  });

  it.each([
    ['Arabic', 'لديك وقت إضافي'],
    ['Hebrew', 'שלום רוזה'],
    ['Punjabi', 'ਪੰਜਾਬੀ'],
    ['Inuktitut', 'ᐃᓄᒃᑎᑐᑦ'],
    ['Hindi', 'हिन्दी'],
    ['Vietnamese', 'Nguyễn Thị Hồng'],
    ['Greek and Russian', 'Ελληνικά Русский'],
    ['emoji', '⚖️ 👩‍⚖️ 🇨🇦 😀'],
  ])('sets %s without a missing letter', (_script, text) => {
    expect(() => renderDocument(inEveryPlace(text))).not.toThrow();
  });

  it('writes a letter that no font has as its code point, and loses nothing', async () => {
    expect(await wordsOf(renderDocument({ ...decision, title: 'Wang 王 v. Okafor' }))).toContain(
      'Wang ‹U+738B› v. Okafor',
    );
  });

  it('leaves out what no page can show', async () => {
    const words = await wordsOf(
      renderDocument({ ...decision, title: 'Har\u0000bour\u0007 \uD83D\u202EKitchens\uFFFF' }),
    );
    expect(words).toContain('Harbour Kitchens');
  });

  it('sets any text there is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (a, b) => {
          expect(renderDocument(inEveryPlace(`${a} ${b}`)).length).toBeGreaterThan(1_000);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a hundred thousand letters without a break', 'x'.repeat(100_000)],
    ['a hundred thousand letters in words', 'lorem ipsum '.repeat(8_400)],
    ['ten thousand line breaks', 'line\n'.repeat(10_000)],
  ])('sets %s within seconds', (_what, text) => {
    const began = performance.now();
    expect(renderDocument({ ...decision, body: [{ kind: 'paragraph', text }] }).length).toBeGreaterThan(50_000);
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it('keeps a long word on the page', async () => {
    const bytes = renderDocument({ ...decision, body: [{ kind: 'paragraph', text: 'x'.repeat(500) }] });
    const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1);
    const { items } = await page.getTextContent();
    const rightmost = Math.max(...items.map((item) => ('str' in item ? item.transform[4] + item.width : 0)));
    expect(rightmost).toBeLessThan(612 - 70);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'tribunal.example/check', ''])(
    'links to nothing but a web address: %j',
    (url) => {
      expect(() => renderDocument({ ...decision, verification: { code: 'K7QM', url } })).toThrow(/must be https/);
    },
  );

  it('names the layouts there are when asked for one there is not', () => {
    expect(() => renderDocument({ ...decision, template: '../../package.json' })).toThrow(
      /use one of dispute-notice, default-decision/,
    );
  });

  it('refuses a day that is not', () => {
    expect(() => renderDocument({ ...decision, issuedOn: '2026-02-30' })).toThrow(/"2026-02-30" is no date/);
  });
});
