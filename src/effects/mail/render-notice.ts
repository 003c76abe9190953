import { render, toPlainText } from '@react-email/render';
import { createElement } from 'react';
import type { NoticeModel } from '../../../templates/mail/notice-model.ts';
import { noticeTemplates } from '../../../templates/mail/notice-templates.ts';
import { wordsFor } from '../../../templates/words.ts';
import { printableText } from '../documents/printable-text.ts';
import { mapTexts } from '../map-texts.ts';

/** A mail's words, as they go into the outbox row. */
export type RenderedNotice = { subject: string; html: string; text: string };

/** Lays out one notice for one person. */
export type RenderNotice = (model: NoticeModel) => Promise<RenderedNotice>;

type TemplateName = keyof typeof noticeTemplates;

/**
 * Renders a notice as a page with inline styles and as plain text, in the model's language. Every text of the model is data: it is
 * escaped, whatever it holds.
 *
 * @throws when the template is unknown or the link is not one to follow: both are mistakes of a definition or of ours.
 */
export const renderNotice: RenderNotice = async (given) => {
  const model = mapTexts(given, printableText);
  const template = knownTemplate(model.template);
  if (model.action) requireSafeLink(model.action.url);
  const words = wordsFor(model.language);
  const page = createElement(noticeTemplates[template], { model, words, kicker: words.kicker[template] });
  const html = await render(page);
  return { subject: model.subject.replace(/\s+/g, ' ').trim(), html, text: plainText(html) };
};

function knownTemplate(name: string): TemplateName {
  if (Object.hasOwn(noticeTemplates, name)) return name as TemplateName;
  const known = Object.keys(noticeTemplates).join(', ');
  throw new Error(`there is no notice template "${name}"; use one of ${known}`);
}

function requireSafeLink(address: string): void {
  const protocol = URL.canParse(address) ? new URL(address).protocol : '';
  if (protocol === 'https:' || protocol === 'http:') return;
  throw new Error(`a notice's link must be an https address, not "${address}"`);
}

const KEEP_CASE = { options: { uppercase: false } };

/** Lines of at most 78 characters (RFC 5322, 2.1.1); headings stay as written, and a link's address follows its label. */
function plainText(html: string): string {
  const text = toPlainText(html, {
    wordwrap: 78,
    selectors: [
      { selector: 'h1', ...KEEP_CASE },
      { selector: 'h2', ...KEEP_CASE },
      { selector: 'ul', options: { itemPrefix: ' - ' } },
    ],
  });
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
