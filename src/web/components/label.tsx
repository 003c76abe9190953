/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export interface LabelProps {
  readonly for?: string | undefined;
  readonly class?: string | undefined;
  /** The question is the title of the page. */
  readonly isPageHeading?: boolean | undefined;
  readonly children?: Child;
}

/** What a control asks for. */
export function Label({ for: id, class: more, isPageHeading, children }: LabelProps) {
  const label = (
    <label class={classNames('govuk-label', more)} for={id}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
