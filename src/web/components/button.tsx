/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  /** Leads there; without it, sends the form. */
  readonly href?: string | undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** A second press within a second is none. */
  readonly preventDoubleClick?: boolean | undefined;
  /** The first step of something larger. */
  readonly isStart?: boolean | undefined;
  /** `govuk-button--secondary`, `govuk-button--warning`. */
  readonly class?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly children?: Child;
}

/** Something to do. One filled button a page; the second is outlined, the third a link. */
export function Button(props: Props) {
  const { href, type = 'submit', id, name, value, disabled, preventDoubleClick, isStart, attributes, children } = props;
  const common = {
    class: classNames('govuk-button', props.class, isStart && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id,
    ...attributes,
  };
  if (href)
    return (
      // biome-ignore lint/a11y/useSemanticElements: it leads somewhere; the script lets Space press it, as it looks like a button.
      <a href={href} role="button" draggable="false" {...common}>
        {children}
        {isStart && <StartIcon />}
      </a>
    );
  return (
    <button
      type={type}
      value={value}
      name={name}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick === undefined ? undefined : String(preventDoubleClick)}
      {...common}
    >
      {children}
      {isStart && <StartIcon />}
    </button>
  );
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
