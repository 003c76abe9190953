/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  readonly summary: Child;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** More, for those who want it. */
export function Details({ summary, id, open, class: more, children }: Props) {
  return (
    <details id={id} class={classNames('govuk-details', more)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
