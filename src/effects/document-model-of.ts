import { say, wordsFor } from '../../templates/words.ts';
import type { DocumentContent } from '../domain/fact.ts';
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
