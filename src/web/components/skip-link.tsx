/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  readonly href: string;
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** Past the bar, for those who come by keyboard. */
export function SkipLink({ href, class: more, children }: Props) {
  return (
    <a href={href} class={classNames('govuk-skip-link', more)} data-module="govuk-skip-link">
      {children}
    </a>
  );
}
