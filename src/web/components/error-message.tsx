/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

/** What is wrong with one answer. */
export interface FieldError {
  /** “Error”, in the language of the page, with what stands there before a colon: for those who do not see the colour. */
  readonly prefix: string;
  readonly message: Child;
}

interface Props extends FieldError {
  readonly id?: string | undefined;
  readonly class?: string | undefined;
}

/** What is wrong, beside the control. */
export function ErrorMessage({ id, class: more, prefix, message }: Props) {
  return (
    <p id={id} class={classNames('govuk-error-message', more)}>
      {prefix && <span class="govuk-visually-hidden">{prefix}:</span>} {message}
    </p>
  );
}
