/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  readonly href: string;
  readonly class?: string | undefined;
  readonly containerClass?: string | undefined;
  /** The mark and the name. */
  readonly children?: Child;
}

/** Whose pages these are. */
export function GenericHeader({ href, class: more, containerClass = 'govuk-width-container', children }: Props) {
  return (
    <div class={classNames('govuk-generic-header', more)}>
      <div class={classNames('govuk-generic-header__container', containerClass)}>
        <div class="govuk-generic-header__logo">
          <a href={href} class="govuk-generic-header__homepage-link">
            {children}
          </a>
        </div>
      </div>
    </div>
  );
}
