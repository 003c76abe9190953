import { encode } from 'uqr';
import en from '../../templates/locales/en.json' with { type: 'json' };
import fr from '../../templates/locales/fr.json' with { type: 'json' };
import type { Block, DocumentModel, Signature } from './document-model.ts';
import { formatDate } from './format-date.ts';
import { formatMoney } from './format-money.ts';

const WORDS = { en: en.document, fr: fr.document };

/** The layouts there are: a file each in templates/documents. */
export const documentTemplates = Object.keys(en.document.kicker) as (keyof typeof en.document.kicker)[];

const COLOURS = { ink: '#16202e', brand: '#0a4b5c', accent: '#c98a1b' };
const COLOUR = /^#[0-9a-f]{6}$/i;

/**
 * What templates/documents/sheet.typ reads: the model with its dates and amounts in words, its paragraphs numbered, and the template's
 * own words beside them. Everything in it is a string, a number or a list: nothing is markup.
 */
export function documentSheet(model: DocumentModel, template: (typeof documentTemplates)[number]) {
  const words = WORDS[model.language];
  const { blocks, next } = numberParagraphs(
    model.body.filter((block) => block.kind !== 'heading' || !isBlank(block.text)),
  );
  return {
    lang: model.language,
    words,
    paper: model.paper ?? 'us-letter',
    colours: readColours(model.tribunal.colours),
    kicker: words.kicker[template],
    title: isBlank(model.title) ? words.kicker[template] : oneLine(model.title),
    reference: oneLine(model.reference),
    issuedOn: formatDate(model.issuedOn, model.language),
    tribunal: { name: oneLine(model.tribunal.name), address: model.tribunal.address ?? null },
    parties: model.parties.map(({ name, label }) => ({ name, label })),
    body: blocks,
    reasons: { start: next, items: model.reasons ?? [] },
    orders: (model.orders ?? []).map((order) => ({ text: order.text, terms: orderTerms(order, model.language) })),
    signature: model.signature ? signed(model.signature, model.language) : null,
    agreedBy: (model.agreedBy ?? []).map((signature) => signed(signature, model.language)),
    verification: model.verification ? verification(model.verification) : null,
  };
}

type SheetBlock =
  | Exclude<Block, { kind: 'numbered' | 'heading' }>
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'numbered'; start: number; items: string[] };

/** A screen reader must find no level skipped: a sub-heading before any heading is a heading. */
function numberParagraphs(body: Block[]): { blocks: SheetBlock[]; next: number } {
  let next = 1;
  let deepest = 0;
  const blocks = body.map((block): SheetBlock => {
    if (block.kind === 'heading') {
      const level = Math.min(block.level ?? 1, deepest + 1);
      deepest = level;
      return { kind: 'heading', level, text: oneLine(block.text) };
    }
    if (block.kind !== 'numbered') return block;
    const start = next;
    next += block.items.length;
    return { kind: 'numbered', start, items: block.items };
  });
  return { blocks, next };
}

function orderTerms({ amount, due }: NonNullable<DocumentModel['orders']>[number], language: 'en' | 'fr'): string[] {
  const words = WORDS[language];
  return [
    ...(amount ? [words.amount.replace('{amount}', () => formatMoney(amount, language))] : []),
    ...(due ? [words.due.replace('{date}', () => formatDate(due, language))] : []),
  ];
}

function signed({ name, title, date }: Signature, language: 'en' | 'fr'): Signature {
  return { name, title, date: formatDate(date, language) };
}

function verification({ code, url }: NonNullable<DocumentModel['verification']>) {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Error(`a verification address must be https, not "${url}"`);
  const address = new URL(url).href;
  const shownUrl = address.replace(/^https?:\/\//, '').replace(/[/?&=]/g, '$&\u200B');
  return { code, url: address, shownUrl, square: squareRuns(address) };
}

/** A square (QR) code as runs of dark cells in each row: `[from, length]`. */
function squareRuns(text: string): [number, number][][] {
  return encode(text, { ecc: 'M', border: 0 }).data.map((row) => {
    const runs: [number, number][] = [];
    row.forEach((isDark, at) => {
      const last = runs.at(-1);
      if (!isDark) return;
      if (last && last[0] + last[1] === at) last[1] += 1;
      else runs.push([at, 1]);
    });
    return runs;
  });
}

function readColours(colours: NonNullable<DocumentModel['tribunal']['colours']> = {}): typeof COLOURS {
  const own = Object.entries(colours).filter(([name, colour]) => name in COLOURS && COLOUR.test(colour));
  return { ...COLOURS, ...Object.fromEntries(own) };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** PDF/UA refuses a title or a heading in which there is nothing to see. */
const isBlank = (text: string) => /^[\s\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]*$/u.test(text);
