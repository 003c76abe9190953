/** @jsxImportSource hono/jsx */
import type { Field, Form } from '../../../domain/definition/form-schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import { formatDate, formatMoney } from '../../../domain/texts/format-value.ts';
import { SummaryList } from '../../components/summary-list.tsx';
import { fill, type Words } from '../../words.ts';

interface Props {
  readonly form: Form | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly words: Words;
  readonly currency: string;
  readonly nameOf: (party: string) => string;
}

/** What someone answered to a form, question by question, in its order. */
export function AnswersList({ form, answers, words, currency, nameOf }: Props) {
  const fields = form?.pages.flatMap((page) => page.fields).filter(({ id }) => answers[id] !== undefined) ?? [];
  return (
    <SummaryList
      rows={fields.map((field) => ({
        question: textIn(field.label, words.lang) || field.id,
        answer: answerInWords(field, answers[field.id], words, currency, nameOf),
      }))}
    />
  );
}

/** One answer as people say it. */
export function answerInWords(
  field: Field,
  value: unknown,
  words: Words,
  currency: string,
  nameOf: (id: string) => string,
): string {
  const option = (one: unknown) =>
    textIn(field.options?.find((known) => known.value === one)?.label, words.lang) || String(one);
  if (Array.isArray(value))
    return field.type === 'file' ? filesInWords(value.length, words) : value.map(option).join(', ');
  if (typeof value === 'boolean') return value ? words.theCase.yes : words.theCase.no;
  if (typeof value === 'object' && value !== null) return Object.values(value).join(', ');
  if (field.type === 'money') return formatMoney(Number(value), currency, words.lang);
  if (field.type === 'date') return formatDate(String(value), words.lang);
  if (field.type === 'party') return nameOf(String(value));
  return field.options ? option(value) : String(value);
}

function filesInWords(count: number, { theCase: said }: Words): string {
  return fill(count === 1 ? said.fileOne : said.fileMany, { count });
}
