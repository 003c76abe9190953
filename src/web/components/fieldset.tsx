/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export interface FieldsetProps {
  readonly legend?: Child;
  readonly legendClass?: string | undefined;
  /** The question is the title of the page. */
  readonly isPageHeading?: boolean | undefined;
  readonly class?: string | undefined;
  readonly role?: 'group' | undefined;
  readonly describedBy?: string | undefined;
  readonly children?: Child;
}

/** Controls that answer one question together. */
export function Fieldset({
  legend,
  legendClass,
  isPageHeading,
  class: more,
  role,
  describedBy,
  children,
}: FieldsetProps) {
  return (
    <fieldset class={classNames('govuk-fieldset', more)} role={role} aria-describedby={describedBy}>
      {legend && (
        <legend class={classNames('govuk-fieldset__legend', legendClass)}>
          {isPageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
