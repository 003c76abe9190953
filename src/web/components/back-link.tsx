/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  readonly href: string;
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** One step back, above the title. */
export function BackLink({ href, class: more, children }: Props) {
  return (
    <a href={href} class={classNames('govuk-back-link', more)}>
      {children}
    </a>
  );
}
