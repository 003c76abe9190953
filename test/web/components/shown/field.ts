import { type Options, words } from './shown.tsx';

/** A field as a fixture asks for it. */
export const field = (options: Options) => ({
  name: options.name,
  id: options.id,
  label: words(options.label),
  labelClass: options.label?.classes,
  isPageHeading: options.label?.isPageHeading,
  hint: words(options.hint),
  error: errorOf(options),
  describedBy: options.describedBy,
  class: options.classes,
  groupClass: options.formGroup?.classes,
  disabled: options.disabled,
});

/** Its mistake; nothing where there is none. */
export const errorOf = ({ errorMessage }: Options) =>
  errorMessage && { prefix: errorMessage.visuallyHiddenText ?? 'Error', message: words(errorMessage) };

/** The options of a hint, of a mistake, of a label, and of all that every field has. */
export const HINT = ['hint.text', 'hint.html'];
export const ERROR = ['errorMessage.text', 'errorMessage.html', 'errorMessage.visuallyHiddenText'];
const LABEL = ['label.text', 'label.html', 'label.classes', 'label.isPageHeading', 'label.for'];
export const FIELD = [
  'id',
  'name',
  'classes',
  'describedBy',
  'disabled',
  'formGroup.classes',
  ...LABEL,
  ...HINT,
  ...ERROR,
];
