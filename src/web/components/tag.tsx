/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  /** `govuk-tag--yellow`: a colour never speaks alone. */
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** How something stands, in a word or two. */
export function Tag({ class: more, children }: Props) {
  return <strong class={classNames('govuk-tag', more)}>{children}</strong>;
}
