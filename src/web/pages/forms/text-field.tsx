/** @jsxImportSource hono/jsx */
import { CharacterCount } from '../../components/character-count.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { fill, type Words } from '../../words.ts';
import { errorFor, type PageError } from '../page-errors.tsx';
import { labelled } from '../page-heading.ts';

interface Props {
  /** Its name; its id is `f-` and the name. */
  readonly name: string;
  readonly label: string;
  readonly words: Words;
  /** It is the title of its page. */
  readonly isHeading?: boolean;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly errors: readonly PageError[];
  readonly type?: 'text' | 'email' | 'tel';
  readonly inputmode?: 'numeric' | 'decimal' | undefined;
  readonly autocomplete?: string | undefined;
  readonly required?: boolean;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** As wide as so many characters. */
  readonly width?: 5 | 10 | 20;
  /** Several lines. */
  readonly long?: boolean;
  /** How many characters it takes, where that is little. */
  readonly max?: number | undefined;
}

/** A label, a hint, what is wrong, and one line (or more) to write in. */
export function TextField({ long, max, width, inputmode, type, autocomplete, required, ...field }: Props) {
  const { name, label, hint, words, errors, value = '', prefix, suffix, isHeading = false } = field;
  const common = {
    id: `f-${name}`,
    name,
    ...labelled(label, isHeading),
    hint,
    value,
    error: errorFor(words, errors, name),
  };
  if (long && max) return <CharacterCount {...common} rows={6} max={max} {...countWords(words, max)} />;
  if (long) return <Textarea {...common} rows={6} />;
  return (
    <TextInput
      {...common}
      type={type}
      inputmode={inputmode}
      autocomplete={autocomplete}
      prefix={prefix}
      suffix={suffix}
      // What is typed here may be looked up or sent by a spelling checker: names and codes are nobody's business.
      spellcheck={false}
      class={width && `govuk-input--width-${width}`}
      attributes={required ? { 'aria-required': 'true' } : undefined}
    />
  );
}

function countWords({ count }: Words, max: number) {
  const { limit, ...counted } = count;
  return { limit: fill(limit, { max }), counted };
}
