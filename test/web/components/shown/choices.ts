import { ERROR, errorOf, HINT } from './field.ts';
import { given, type Options, words } from './shown.tsx';

/** Radios or checkboxes as a fixture asks for them. */
export const choices = (options: Options) => ({
  name: options.name,
  id: options.idPrefix,
  hint: words(options.hint),
  error: errorOf(options),
  fieldset: fieldsetOf(options.fieldset),
  class: options.classes,
  groupClass: options.formGroup?.classes,
  describedBy: options.describedBy,
  choices: given(options.items).map((item: Options) =>
    item.divider
      ? { divider: item.divider }
      : {
          ...item,
          value: item.value ?? '',
          text: words(item),
          hint: words(item.hint),
          labelClass: item.label?.classes,
          conditional: words(item.conditional),
          isExclusive: item.behaviour === 'exclusive',
        },
  ),
});

/** The fieldset around several fields; nothing where there is none. */
export const fieldsetOf = (fieldset: Options) =>
  fieldset && {
    legend: words(fieldset.legend),
    legendClass: fieldset.legend?.classes,
    isPageHeading: fieldset.legend?.isPageHeading,
    class: fieldset.classes,
    describedBy: fieldset.describedBy,
  };

/** The options of a fieldset, of a list of choices, and of each of them. */
export const FIELDSET = [
  'fieldset.describedBy',
  'fieldset.classes',
  'fieldset.legend.text',
  'fieldset.legend.html',
  'fieldset.legend.classes',
  'fieldset.legend.isPageHeading',
];
export const CHOICES = [
  'name',
  'idPrefix',
  'classes',
  'describedBy',
  'formGroup.classes',
  ...HINT,
  ...ERROR,
  ...FIELDSET,
];
export const CHOICE = [
  'value',
  'text',
  'html',
  'id',
  'name',
  'checked',
  'disabled',
  'divider',
  'behaviour',
  'label.classes',
  'conditional.html',
  ...HINT,
].map((name) => `items.${name}`);
