/** @jsxImportSource hono/jsx */
import type { Field } from '../../../domain/definition/form-schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { Radios } from '../../components/radios.tsx';
import { Select } from '../../components/select.tsx';
import { fill, type Words } from '../../words.ts';
import { errorFor, type PageError } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import { labelled, legendOf } from '../page-heading.ts';
import { AddressField } from './address-field.tsx';
import { currencySign } from './currency-sign.ts';
import { DateField } from './date-field.tsx';
import { FilesField, type KeptFile } from './files-field.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  readonly field: Field;
  readonly words: Words;
  readonly currency: string;
  /** What was sent before. */
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** It is the title of its page. */
  readonly isHeading?: boolean;
  /** The page says it of all that is written there. */
  readonly isSaidPrivileged?: boolean;
  /** Files that were uploaded with an earlier try. */
  readonly kept: readonly KeptFile[];
}

/** One question of a definition's form, as its type asks for it. */
export function AnswerField(props: Props) {
  const { field, words, currency, sent, errors, parties, kept, isHeading = false } = props;
  const { act } = words;
  const hinted = (own?: string) =>
    [textIn(field.hint, words.lang), own, readersOf(props)].filter(Boolean).join(' ') || undefined;
  const asked = { name: field.id, label: labelOf(field, words), hint: hinted(), words, errors, sent, isHeading };
  const text = { ...asked, value: sent.text(field.id), required: field.required === true };
  const group = {
    name: field.id,
    id: `f-${field.id}`,
    fieldset: legendOf(asked.label, isHeading),
    hint: asked.hint,
    error: errorFor(words, errors, field.id),
  };
  switch (field.type) {
    case 'text':
      return <TextField {...text} />;
    case 'longtext':
      return <TextField {...text} long max={field.maxLength} />;
    case 'number':
      return <TextField {...text} inputmode={field.whole ? 'numeric' : 'decimal'} width={10} />;
    case 'money':
      return (
        <TextField
          {...text}
          {...currencySign(currency, words.lang)}
          hint={hinted(fill(act.moneyHint, { example: act.moneyExample }))}
          inputmode="decimal"
          width={10}
        />
      );
    case 'date':
      return <DateField {...asked} />;
    case 'email':
      return <TextField {...text} type="email" />;
    case 'phone':
      return <TextField {...text} type="tel" width={20} />;
    case 'yesno':
      return <Radios {...group} value={sent.text(field.id)} choices={yesOrNo(words)} class="govuk-radios--inline" />;
    case 'choice':
      return <Radios {...group} value={sent.text(field.id)} choices={choicesOf(field, words)} />;
    case 'choices':
      return <Checkboxes {...group} values={sent.texts(field.id)} choices={choicesOf(field, words)} />;
    case 'address':
      return <AddressField {...asked} />;
    case 'file':
      return (
        <FilesField {...asked} hint={hinted(fileHint(field, words))} kept={kept} many={(field.maxFiles ?? 1) > 1} />
      );
    case 'party':
      return (
        <Select
          {...group}
          {...labelled(asked.label, isHeading)}
          value={sent.text(field.id)}
          options={[{ value: '', text: act.choose }, ...parties.map(({ id, name }) => ({ value: id, text: name }))]}
        />
      );
    default:
      return unreachable(field.type);
  }
}

function labelOf(field: Field, { lang, act }: Words): string {
  const label = textIn(field.label, lang) || field.id;
  return field.required ? label : `${label} ${act.optional}`;
}

/** Who can read this is said where someone writes, once. */
function readersOf({ field: { access, privileged }, words: { act }, isSaidPrivileged }: Props): string | undefined {
  if (privileged) return isSaidPrivileged ? undefined : act.readersRoom;
  return access === 'tribunal' ? act.readersTribunal : access === 'sealed' ? act.readersSealed : undefined;
}

function yesOrNo({ act }: Words) {
  return [
    { value: 'yes', text: act.yes },
    { value: 'no', text: act.no },
  ];
}

function choicesOf({ options = [] }: Field, { lang }: Words) {
  return options.map(({ value, label }) => ({ value, text: textIn(label, lang) }));
}

function fileHint({ maxFiles = 1 }: Field, { act }: Words): string {
  return [act.fileHint, maxFiles > 1 ? fill(act.fileSoon, { count: maxFiles }) : ''].filter(Boolean).join(' ');
}
