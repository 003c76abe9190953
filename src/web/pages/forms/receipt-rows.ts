import type { Receipt } from '../../../app/queries/read-receipt.ts';
import type { Form } from '../../../domain/definition/form-schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import type { Words } from '../../words.ts';
import { answerInWords } from '../case/answers-list.tsx';

interface Around {
  readonly words: Words;
  readonly currency: string;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}

/** What was asked and answered on one page of a form, in words. */
export interface ReceiptGroup {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

/** What was sent, question by question; files by their names. */
export function receiptGroups({ form, answers, files }: Receipt, around: Around): readonly ReceiptGroup[] {
  const groups = form.pages.map((page) => ({
    title: textIn(page.title, around.words.lang),
    rows: page.fields.filter(({ id }) => answers[id] !== undefined).map((field) => rowOf(field, answers[field.id])),
  }));
  return joined(groups.filter(({ rows }) => rows.length > 0));

  function rowOf(field: Form['pages'][number]['fields'][number], value: unknown) {
    const { words, currency, parties } = around;
    const nameOf = (id: string) => parties.find((party) => party.id === id)?.name ?? '';
    const shown =
      field.type === 'file'
        ? [value]
            .flat()
            .map((id) => files.get(String(id)) || String(id))
            .join('\n')
        : answerInWords(field, value, words, currency, nameOf);
    return { label: textIn(field.label, words.lang) || field.id, value: shown };
  }
}

/** Pages without a title follow one another. */
function joined(groups: readonly ReceiptGroup[]): readonly ReceiptGroup[] {
  const all: ReceiptGroup[] = [];
  for (const { title, rows } of groups) {
    const last = all.at(-1);
    if (last && !title && !last.title) all.splice(-1, 1, { title, rows: [...last.rows, ...rows] });
    else all.push({ title, rows });
  }
  return all;
}
