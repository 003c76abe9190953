/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** Help with a question, under its label. */
export function Hint({ id, class: more, children }: Props) {
  return (
    <div id={id} class={classNames('govuk-hint', more)}>
      {children}
    </div>
  );
}
