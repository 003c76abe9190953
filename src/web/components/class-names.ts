/**
 * The classes that apply, in order.
 *
 * @example classNames('govuk-button', isWarning && 'govuk-button--warning')
 */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
