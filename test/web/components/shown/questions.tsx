/** @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import { CharacterCount } from '../../../../src/web/components/character-count.tsx';
import { Checkboxes } from '../../../../src/web/components/checkboxes.tsx';
import { DateInput } from '../../../../src/web/components/date-input.tsx';
import { Fieldset } from '../../../../src/web/components/fieldset.tsx';
import { FileUpload } from '../../../../src/web/components/file-upload.tsx';
import { Hint } from '../../../../src/web/components/hint.tsx';
import { Label } from '../../../../src/web/components/label.tsx';
import { Radios } from '../../../../src/web/components/radios.tsx';
import { Select } from '../../../../src/web/components/select.tsx';
import { TextInput } from '../../../../src/web/components/text-input.tsx';
import { Textarea } from '../../../../src/web/components/textarea.tsx';
import { CHOICE, CHOICES, choices, FIELDSET, fieldsetOf } from './choices.ts';
import { PARTS, partsOf } from './date-parts.ts';
import { ERROR, errorOf, FIELD, field, HINT } from './field.ts';
import { given, type Shown, WORDS, words } from './shown.tsx';

/** What people are asked, and give. */
export const QUESTIONS: Readonly<Record<string, Shown>> = {
  'character-count': {
    offers: [...FIELD, 'value', 'rows', 'spellcheck', 'maxlength', 'threshold', 'textareaDescriptionText'],
    show: (o) => (
      <CharacterCount
        {...field(o)}
        value={o.value}
        rows={o.rows}
        spellcheck={o.spellcheck}
        max={o.maxlength}
        threshold={o.threshold}
        limit={(o.textareaDescriptionText ?? 'You can enter up to %{count} characters').replace(
          '%{count}',
          o.maxlength,
        )}
      />
    ),
  },
  checkboxes: {
    offers: [...CHOICES, ...CHOICE, 'values'],
    show: (o) => <Checkboxes {...choices(o)} values={o.values} />,
  },
  'date-input': {
    offers: ['id', 'classes', 'namePrefix', 'values.*', 'formGroup.classes', ...HINT, ...ERROR, ...FIELDSET, ...PARTS],
    show: (o) => (
      <DateInput
        id={o.id}
        class={o.classes}
        groupClass={o.formGroup?.classes}
        hint={words(o.hint)}
        error={errorOf(o)}
        fieldset={fieldsetOf(o.fieldset)}
        parts={partsOf(o)}
      />
    ),
  },
  fieldset: {
    offers: [
      'legend.text',
      'legend.html',
      'legend.classes',
      'legend.isPageHeading',
      'classes',
      'role',
      'describedBy',
      'html',
    ],
    show: (o) => (
      <Fieldset {...fieldsetOf(o)} role={o.role}>
        {o.html && raw(o.html)}
      </Fieldset>
    ),
  },
  'file-upload': {
    offers: [...FIELD, 'multiple'],
    show: (o) => <FileUpload {...field(o)} multiple={o.multiple} />,
  },
  hint: {
    offers: [...WORDS, 'id', 'classes'],
    show: (o) => (
      <Hint id={o.id} class={o.classes}>
        {words(o)}
      </Hint>
    ),
  },
  input: {
    offers: [
      ...FIELD,
      'type',
      'value',
      'inputmode',
      'autocomplete',
      'autocapitalize',
      'pattern',
      'spellcheck',
      'prefix.text',
      'prefix.html',
      'suffix.text',
      'suffix.html',
      'attributes.*',
    ],
    show: (o) => <TextInput {...o} {...field(o)} prefix={words(o.prefix)} suffix={words(o.suffix)} />,
  },
  label: {
    offers: [...WORDS, 'for', 'classes', 'isPageHeading'],
    show: (o) => (
      <Label for={o.for} class={o.classes} isPageHeading={o.isPageHeading}>
        {words(o)}
      </Label>
    ),
  },
  radios: {
    offers: [...CHOICES, ...CHOICE, 'value'],
    show: (o) => <Radios {...choices(o)} value={o.value} />,
  },
  select: {
    offers: [...FIELD, 'value', 'items.value', 'items.text', 'items.selected', 'items.disabled'],
    show: (o) => <Select {...field(o)} value={o.value} options={given(o.items)} />,
  },
  textarea: {
    offers: [...FIELD, 'value', 'rows', 'spellcheck', 'autocomplete'],
    show: (o) => (
      <Textarea {...field(o)} value={o.value} rows={o.rows} spellcheck={o.spellcheck} autocomplete={o.autocomplete} />
    ),
  },
};
