/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  readonly title: Child;
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** It is done: the title of a page that confirms something. */
export function Panel({ title, class: more, children }: Props) {
  return (
    <div class={classNames('govuk-panel govuk-panel--confirmation', more)}>
      <h1 class="govuk-panel__title">{title}</h1>
      {children && <div class="govuk-panel__body">{children}</div>}
    </div>
  );
}
