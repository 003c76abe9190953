/** @jsxImportSource hono/jsx */
import { DateInput } from '../../components/date-input.tsx';
import type { Words } from '../../words.ts';
import { errorFor, type PageError } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import { legendOf } from '../page-heading.ts';

interface Props {
  readonly name: string;
  readonly label: string;
  /** It is the title of its page. */
  readonly isHeading: boolean;
  readonly hint: string | undefined;
  readonly words: Words;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
}

/** A date, part by part: a calendar to leaf through helps nobody who reads the date from a letter. */
export function DateField({ name, label, isHeading, hint, words, sent, errors }: Props) {
  return (
    <DateInput
      id={`f-${name}-parts`}
      fieldset={legendOf(label, isHeading)}
      hint={[hint, words.act.dateHint].filter(Boolean).join(' ')}
      error={errorFor(words, errors, name)}
      parts={DATE_PARTS.map((part, index) => ({
        id: index === 0 ? `f-${name}` : `f-${name}.${part}`,
        name: `${name}.${part}`,
        label: words.act[part],
        value: sent.text(`${name}.${part}`),
        width: part === 'year' ? 4 : 2,
      }))}
    />
  );
}

/** As they are asked for; names of fields end with them. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;
