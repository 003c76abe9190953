/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  readonly title: Child;
  readonly description?: Child;
  /** Each leads to the control to mend, where there is one. */
  readonly errors?: readonly { readonly text: Child; readonly href?: string | undefined }[] | undefined;
  readonly class?: string | undefined;
  readonly disableAutoFocus?: boolean | undefined;
}

/** Everything that is wrong, at the top of the page. */
export function ErrorSummary({ title, description, errors = [], class: more, disableAutoFocus }: Props) {
  return (
    <div
      class={classNames('govuk-error-summary', more)}
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
