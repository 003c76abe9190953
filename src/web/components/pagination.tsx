/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Step {
  readonly href: string;
  readonly text: Child;
  /** What is there. */
  readonly label?: string | undefined;
}

interface Props {
  /** What is paged through, in the language of the page. */
  readonly label: string;
  readonly previous?: Step | undefined;
  readonly next?: Step | undefined;
  readonly class?: string | undefined;
}

/** The page before and the page after. */
export function Pagination({ label, previous, next, class: more }: Props) {
  const isBlock = Boolean(previous ?? next);
  return (
    <nav class={classNames('govuk-pagination', isBlock && 'govuk-pagination--block', more)} aria-label={label}>
      {previous && <Arrow step={previous} side="prev" />}
      {next && <Arrow step={next} side="next" />}
    </nav>
  );
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

function Arrow({ step: { href, text, label }, side }: { readonly step: Step; readonly side: keyof typeof ARROWS }) {
  return (
    <div class={`govuk-pagination__${side}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={side}>
        <svg
          class={`govuk-pagination__icon govuk-pagination__icon--${side}`}
          xmlns="http://www.w3.org/2000/svg"
          height="13"
          width="15"
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 15 13"
        >
          <path d={ARROWS[side]} />
        </svg>
        <span class={classNames('govuk-pagination__link-title', !label && 'govuk-pagination__link-title--decorated')}>
          {text}
        </span>
        {label && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{label}</span>
          </>
        )}
      </a>
    </div>
  );
}
