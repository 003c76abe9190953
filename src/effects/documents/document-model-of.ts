import { say, wordsFor } from '../../../templates/words.ts';
import type { AgreedBy, DocumentContent } from '../../domain/fact.ts';
import type { Block, DocumentModel } from './document-model.ts';

type Section = DocumentContent['sections'][number];

/** The document of an issued content: nothing is added but the tribunal's own name and look, and where to check or answer it. */
export function documentModelOf(
  content: DocumentContent,
  tribunal: DocumentModel['tribunal'],
  more: Pick<DocumentModel, 'verification' | 'answerAt'> = {},
): DocumentModel {
  const { template, language, title, reference, issuedOn } = content;
  return {
    template,
    language,
    title,
    reference,
    issuedOn,
    tribunal,
    parties: content.parties.map(({ role, name }) => ({ name, label: role })),
    body: content.sections.flatMap(blocksOf),
    reasons: [...(content.reasons ?? [])],
    orders: (content.orders ?? []).map((text) => ({ text })),
    ...(content.amount !== undefined && { amount: { cents: content.amount, currency: content.currency } }),
    ...(content.orderCode && !more.verification && { orderCode: content.orderCode }),
    ...(content.agreedBy && { agreedBy: content.agreedBy.map((one) => agreedBy(one, content)) }),
    ...(content.signedBy && { signature: signatureOf(content.signedBy, content, tribunal.name) }),
    ...more,
  };
}

function blocksOf({ heading, paragraphs, answers }: Section): Block[] {
  return [
    ...(heading ? [{ kind: 'heading' as const, text: heading }] : []),
    ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    ...(answers?.length
      ? [{ kind: 'table' as const, rows: answers.map(({ label, value }) => ({ key: label, value })) }]
      : []),
  ];
}

function signatureOf(name: string, { language, issuedOn }: DocumentContent, tribunal: string) {
  return { name, title: say(wordsFor(language).document.signedFor, { tribunal }), date: issuedOn };
}

/** Who agreed; signed online: when, and how they showed who they are. */
function agreedBy({ name, role, actedBy, when, provenBy }: AgreedBy, { language, issuedOn }: DocumentContent) {
  const words = wordsFor(language).document;
  if (!when || !provenBy) return { name, title: role, date: issuedOn };
  const title = actedBy ? `${role}. ${say(words.actedBy, { name: actedBy })}` : role;
  return { name, title, date: say(words.signedOn, { when }), how: words.identified[provenBy] };
}
