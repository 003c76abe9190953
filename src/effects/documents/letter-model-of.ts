import { wordsFor } from '../../../templates/words.ts';
import type { Letter } from '../../app/ports/effects.ts';
import { typeset } from '../../domain/texts/typeset.ts';
import type { Block, DocumentModel } from './document-model.ts';

/** An address of more lines would not show in an envelope's window. */
const MOST_LINES = 6;

/** The letter of a notice: its words as they were decided, where to read it online, and what lies in the same envelope. */
export function letterModelOf(letter: Letter, tribunal: DocumentModel['tribunal']): DocumentModel {
  const { language, to, reference, subject, writtenOn, link } = letter;
  const lines = to.address.split('\n').filter((line) => line.trim() !== '');
  return {
    template: 'posted-letter',
    language,
    tribunal,
    reference,
    title: typeset(subject, language),
    issuedOn: writtenOn,
    parties: [],
    addressee: { lines: [to.name, ...lines].slice(0, MOST_LINES) },
    body: blocksOf(letter),
    answerAt: link,
  };
}

function blocksOf({ language, body, deadlines, documents, invitation, legal }: Letter): Block[] {
  const words = wordsFor(language);
  const { enclosed, code, hint } = words.posted;
  return [
    ...(deadlines.length > 0
      ? [{ kind: 'callout' as const, title: words.deadlines, text: typeset(deadlines.join('\n'), language) }]
      : []),
    ...typeset(body, language)
      .split(/\n{2,}/)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ kind: 'paragraph' as const, text })),
    ...(invitation ? [{ kind: 'callout' as const, title: code.replace('{code}', invitation), text: hint }] : []),
    ...(documents.length > 0
      ? [
          { kind: 'heading' as const, text: enclosed },
          { kind: 'list' as const, items: [...documents] },
        ]
      : []),
    ...(legal ? [{ kind: 'paragraph' as const, text: words.legal }] : []),
  ];
}
