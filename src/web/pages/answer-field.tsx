/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Field } from '../../domain/definition/form-schema.ts';
import { ADDRESS_LINES } from '../../domain/field-answer.ts';
import { textIn } from '../../domain/text-in.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { fill, type Words } from '../words.ts';
import { errorFor, type PageError } from './error-summary.tsx';
import type { PageForm } from './page-form.ts';
import { describedBy, FieldBox, FieldWords, TextField } from './text-field.tsx';

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly field: Field;
  readonly words: Words;
  /** What was sent before. */
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** Files that were uploaded with an earlier try. */
  readonly kept: readonly KeptFile[];
}

/** One question of a definition's form, as its type asks for it. */
export function AnswerField(props: Props) {
  const { field, words, sent, errors } = props;
  const { act } = words;
  const label = labelOf(field, words);
  const text = {
    name: field.id,
    label,
    errors,
    value: sent.text(field.id),
    required: field.required === true,
  } as const;
  const hint = (own?: string) =>
    [textIn(field.hint, words.lang), own, readersOf(field, words)].filter(Boolean).join(' ');
  switch (field.type) {
    case 'text':
      return <TextField {...text} hint={hint()} />;
    case 'longtext':
      return <TextField {...text} hint={hint()} long />;
    case 'number':
      return <TextField {...text} hint={hint()} inputmode="decimal" narrow />;
    case 'money':
      return (
        <TextField
          {...text}
          hint={hint(fill(act.moneyHint, { example: act.moneyExample }))}
          inputmode="decimal"
          narrow
        />
      );
    case 'date':
      return <TextField {...text} hint={hint()} type="date" narrow />;
    case 'email':
      return <TextField {...text} hint={hint()} type="email" />;
    case 'phone':
      return <TextField {...text} hint={hint()} type="tel" narrow />;
    case 'yesno':
      return (
        <Options
          {...props}
          hint={hint()}
          type="radio"
          options={[
            ['yes', act.yes],
            ['no', act.no],
          ]}
        />
      );
    case 'choice':
      return <Options {...props} hint={hint()} type="radio" options={optionsOf(field, words)} />;
    case 'choices':
      return <Options {...props} hint={hint()} type="checkbox" options={optionsOf(field, words)} />;
    case 'address':
      return <Address {...props} hint={hint()} />;
    case 'file':
      return <Files {...props} hint={hint([act.fileHint, manyFiles(field, words)].filter(Boolean).join(' '))} />;
    case 'party':
      return <PartyChoice {...props} hint={hint()} />;
    default:
      return unreachable(field.type);
  }
}

function labelOf(field: Field, { lang, act }: Words): string {
  const label = textIn(field.label, lang) || field.id;
  return field.required ? label : `${label} ${act.optional}`;
}

/** Who can read this is said where someone writes. */
function readersOf({ access, privileged }: Field, { act }: Words): string | undefined {
  if (privileged) return act.readersRoom;
  return access === 'tribunal' ? act.readersTribunal : access === 'sealed' ? act.readersSealed : undefined;
}

function optionsOf({ options = [] }: Field, { lang }: Words): [string, string][] {
  return options.map(({ value, label }) => [value, textIn(label, lang)]);
}

function manyFiles({ maxFiles = 1 }: Field, { act }: Words): string | undefined {
  return maxFiles > 1 ? fill(act.fileSoon, { count: maxFiles }) : undefined;
}

type Hinted = Props & { readonly hint: string };

function Options({
  type,
  options,
  ...props
}: Hinted & { readonly type: 'radio' | 'checkbox'; readonly options: readonly (readonly [string, string])[] }) {
  const { field, sent } = props;
  const chosen = sent.texts(field.id);
  return (
    <Group {...props}>
      {options.map(([value, label], index) => (
        <label class="option">
          <input
            type={type}
            id={index === 0 ? `f-${field.id}` : undefined}
            name={field.id}
            value={value}
            checked={chosen.includes(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </Group>
  );
}

function Group({ field, words, errors, hint, children }: Hinted & { readonly children?: Child }) {
  const error = errorFor(errors, field.id);
  return (
    <FieldBox error={error}>
      <fieldset aria-describedby={describedBy(field.id, hint || undefined, error)}>
        <legend>{labelOf(field, words)}</legend>
        <FieldWords name={field.id} hint={hint || undefined} error={error} />
        {children}
      </fieldset>
    </FieldBox>
  );
}

const AUTOCOMPLETE = [
  'address-line1',
  'address-line2',
  'address-level2',
  'address-level1',
  'postal-code',
  'country-name',
];

function Address(props: Hinted) {
  const { field, words, sent } = props;
  return (
    <Group {...props}>
      {ADDRESS_LINES.map((line, index) => (
        <p class="line">
          <label for={index === 0 ? `f-${field.id}` : `f-${field.id}.${line}`}>
            {words.act[line as keyof Words['act']]}
          </label>
          <input
            id={index === 0 ? `f-${field.id}` : `f-${field.id}.${line}`}
            name={`${field.id}.${line}`}
            value={sent.text(`${field.id}.${line}`)}
            autocomplete={AUTOCOMPLETE[index]}
          />
        </p>
      ))}
    </Group>
  );
}

function Files({ field, words, errors, hint, kept }: Hinted) {
  const error = errorFor(errors, field.id);
  return (
    <FieldBox error={error}>
      <label for={`f-${field.id}`}>{labelOf(field, words)}</label>
      <FieldWords name={field.id} hint={hint} error={error} />
      {kept.map(({ id, name }) => (
        <label class="option">
          <input type="checkbox" name={`${field.id}.kept`} value={id} checked />
          <span>{fill(words.act.keep, { name })}</span>
        </label>
      ))}
      <input
        type="file"
        id={`f-${field.id}`}
        name={field.id}
        multiple={(field.maxFiles ?? 1) > 1}
        aria-describedby={describedBy(field.id, hint || undefined, error)}
      />
    </FieldBox>
  );
}

function PartyChoice({ field, words, sent, errors, hint, parties }: Hinted) {
  const error = errorFor(errors, field.id);
  return (
    <FieldBox error={error}>
      <label for={`f-${field.id}`}>{labelOf(field, words)}</label>
      <FieldWords name={field.id} hint={hint || undefined} error={error} />
      <select id={`f-${field.id}`} name={field.id} aria-describedby={describedBy(field.id, hint || undefined, error)}>
        <option value="">{words.act.choose}</option>
        {parties.map(({ id, name }) => (
          <option value={id} selected={sent.text(field.id) === id}>
            {name}
          </option>
        ))}
      </select>
    </FieldBox>
  );
}
