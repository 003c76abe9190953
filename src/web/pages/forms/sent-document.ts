import type { Receipt } from '../../../app/queries/read-receipt.ts';
import type { DocumentContent } from '../../../domain/fact.ts';
import { localDateAt } from '../../../domain/time/local-time.ts';
import type { Words } from '../../words.ts';
import { fill } from '../../words.ts';
import type { CasePageModel } from '../case/case-page-model.ts';
import { momentInWords } from '../moment-in-words.ts';
import { receiptGroups } from './receipt-rows.ts';

/** What somebody sent, as a document of their own: when, by whom, and every answer that its reader may read. */
export function sentDocument(receipt: Receipt, model: CasePageModel, words: Words): DocumentContent {
  const { theCase, definition, zone, names } = model;
  const { sent } = words;
  const when = momentInWords(receipt.at, zone, words);
  const groups = receiptGroups(receipt, { words, currency: definition.currency, parties: theCase.parties });
  return {
    template: 'letter',
    language: words.lang,
    title: fill(sent.documentTitle, { title: receipt.title }),
    reference: theCase.reference,
    issuedAt: receipt.at,
    issuedOn: localDateAt(receipt.at, zone),
    parties: theCase.parties.map(({ role, name }) => ({ role: names.role(role), name })),
    sections: [
      { paragraphs: [fill(sent.documentText, { name: receipt.by, when })] },
      ...groups.map(({ title, rows }) => ({ ...(title ? { heading: title } : {}), paragraphs: [], answers: rows })),
    ],
    currency: definition.currency,
  };
}
