import { say, type Words, wordsFor } from '../../../templates/words.ts';
import { squareCode } from '../../app/square-code.ts';
import { DOCUMENT_TEMPLATES } from '../../domain/definition/templates.ts';
import { isUnseen } from '../../domain/forms/is-unseen.ts';
import { formatDate, formatMoney } from '../../domain/texts/format-value.ts';
import type { Block, DocumentModel, Money, OnlineSignature, Signature } from './document-model.ts';

/** Those that a definition can name, and the cover of a notice that is posted, which is the engine's own. */
export const LAYOUTS = [...DOCUMENT_TEMPLATES, 'posted-letter'] as const;
export type DocumentTemplate = (typeof LAYOUTS)[number];

const COLOURS = { ink: '#16202e', brand: '#0a4b5c', accent: '#c98a1b' };
const COLOUR = /^#[0-9a-f]{6}$/i;

/**
 * What templates/documents/sheet.typ reads: the model with its dates and amounts in words, its paragraphs numbered, and the template's
 * own words beside them. Everything in it is a string, a number or a list: nothing is markup.
 */
export function documentSheet(model: DocumentModel, template: DocumentTemplate) {
  const words = wordsFor(model.language).document;
  const { blocks, next } = numberParagraphs(
    // PDF/UA refuses a title or a heading in which there is nothing to see.
    model.body.filter((block) => block.kind !== 'heading' || !isUnseen(block.text)),
  );
  return {
    ...languageOf(model.language),
    words,
    paper: model.paper ?? 'us-letter',
    colours: readColours(model.tribunal.colours),
    kicker: words.kicker[template],
    title: isUnseen(model.title) ? words.kicker[template] : oneLine(model.title),
    reference: oneLine(model.reference),
    issuedOn: formatDate(model.issuedOn, model.language),
    tribunal: { name: oneLine(model.tribunal.name), address: model.tribunal.address ?? null },
    parties: model.parties.map(({ name, label }) => ({ name, label })),
    body: blocks,
    reasons: { start: next, items: model.reasons ?? [] },
    orders: (model.orders ?? []).map((order) => ({
      text: order.text,
      terms: orderTerms(order, model.language, words),
    })),
    total: model.amount
      ? say(totalSentence(template, words), { amount: moneyText(model.amount, model.language) })
      : null,
    orderCode: model.orderCode ? say(words.orderCode, { code: model.orderCode }) : null,
    signature: model.signature ? signed(model.signature, model.language) : null,
    agreedBy: (model.agreedBy ?? []).map((signature) => signed(signature, model.language)),
    verification: model.verification ? verification(model.verification) : null,
    addressee: model.addressee ?? null,
    answerAt: model.answerAt ? shownAddress(model.answerAt) : null,
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

type DocumentWords = Words['document'];

function orderTerms(
  { amount, due }: NonNullable<DocumentModel['orders']>[number],
  language: string,
  words: DocumentWords,
): string[] {
  return [
    ...(amount ? [say(words.amount, { amount: moneyText(amount, language) })] : []),
    ...(due ? [say(words.due, { date: formatDate(due, language) })] : []),
  ];
}

const moneyText = ({ cents, currency }: Money, language: string) => formatMoney(cents, currency, language);

/** What the sum of a document is: asked for, agreed, or to be paid. */
function totalSentence(template: DocumentTemplate, words: DocumentWords): string {
  if (template === 'dispute-notice') return words.amountClaimed;
  return template === 'settlement-agreement' || template === 'letter' ? words.amountAgreed : words.amountOrdered;
}

function signed(signature: Signature | OnlineSignature, language: string) {
  const { name, title, date } = signature;
  return 'how' in signature ? { ...signature } : { name, title, date: formatDate(date, language), how: null };
}

/** The address bears the code; people read them one after the other. */
function verification({ code, url }: NonNullable<DocumentModel['verification']>) {
  const { shownUrl } = shownAddress(url.endsWith(`/${code}`) ? url.slice(0, -code.length - 1) : url);
  return { code, ...shownAddress(url), shownUrl };
}

/** An address as a link, as people type it, and as a square code. */
function shownAddress(url: string) {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Error(`an address in a document must be https, not "${url}"`);
  const address = new URL(url).href;
  const shownUrl = address.replace(/^https?:\/\//, '').replace(/[/?&=]/g, '$&\u200B');
  return { url: address, shownUrl, square: squareCode(address).rows };
}

/** A BCP 47 tag as Typst takes it; what is none is English. */
function languageOf(tag: string): { lang: string; region: string | null } {
  const [, lang = 'en', region] = /^([a-z]{2,3})(?:-([A-Z]{2}))?$/.exec(tag) ?? [];
  const isCanadian = lang === 'en' || lang === 'fr';
  return { lang, region: region?.toLowerCase() ?? (isCanadian ? 'ca' : null) };
}

function readColours(colours: NonNullable<DocumentModel['tribunal']['colours']> = {}): typeof COLOURS {
  const own = Object.entries(colours).filter(([name, colour]) => name in COLOURS && COLOUR.test(colour));
  return { ...COLOURS, ...Object.fromEntries(own) };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
