/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  /** “Warning”, in the language of the page: for those who do not see the sign. */
  readonly prefix: string;
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** Something that has consequences. */
export function WarningText({ prefix, class: more, children }: Props) {
  return (
    <div class={classNames('govuk-warning-text', more)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{prefix}</span> {children}
      </strong>
    </div>
  );
}
