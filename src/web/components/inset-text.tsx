/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** A text that stands apart from those around it. */
export function InsetText({ id, class: more, children }: Props) {
  return (
    <div id={id} class={classNames('govuk-inset-text', more)}>
      {children}
    </div>
  );
}
