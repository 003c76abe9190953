/** @jsxImportSource hono/jsx */

import { ADDRESS_LINES } from '../../../domain/forms/field-answer.ts';
import { describedBy } from '../../components/described-by.ts';
import { Fieldset } from '../../components/fieldset.tsx';
import { FormGroup, HintAndError } from '../../components/form-group.tsx';
import { TextInput } from '../../components/text-input.tsx';
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

/** Lines that browsers can fill in by themselves, in the order of `ADDRESS_LINES`. */
const AUTOCOMPLETE = [
  'address-line1',
  'address-line2',
  'address-level2',
  'address-level1',
  'postal-code',
  'country-name',
];

/** An address, line by line. */
export function AddressField({ name, label, isHeading, hint, words, sent, errors }: Props) {
  const error = errorFor(words, errors, name);
  const id = `f-${name}-lines`;
  return (
    <FormGroup error={error}>
      <Fieldset {...legendOf(label, isHeading)} describedBy={describedBy(id, { hint, error })}>
        <HintAndError id={id} hint={hint} error={error} />
        {ADDRESS_LINES.map((line, index) => (
          <TextInput
            id={index === 0 ? `f-${name}` : `f-${name}.${line}`}
            name={`${name}.${line}`}
            label={words.act[line as keyof Words['act']]}
            value={sent.text(`${name}.${line}`)}
            autocomplete={AUTOCOMPLETE[index]}
            spellcheck={false}
            class={line === 'postalCode' ? 'govuk-input--width-10' : undefined}
          />
        ))}
      </Fieldset>
    </FormGroup>
  );
}
