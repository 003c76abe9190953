/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { ErrorMessage, type FieldError } from './error-message.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

/** What every control with a label takes. */
export interface FieldProps {
  readonly name: string;
  /** Default: its name. */
  readonly id?: string | undefined;
  readonly label?: Child;
  readonly labelClass?: string | undefined;
  readonly isPageHeading?: boolean | undefined;
  readonly hint?: Child;
  readonly error?: FieldError | undefined;
  /** Ids of what else is read aloud with it. */
  readonly describedBy?: string | undefined;
  readonly class?: string | undefined;
  readonly groupClass?: string | undefined;
  readonly disabled?: boolean | undefined;
}

interface GroupProps {
  readonly error?: FieldError | undefined;
  readonly class?: string | undefined;
  readonly data?: Readonly<Record<`data-${string}`, string | number | undefined>> | undefined;
  readonly children?: Child;
}

/** A question with all that belongs to it. */
export function FormGroup({ error, class: more, data, children }: GroupProps) {
  return (
    <div class={classNames('govuk-form-group', error && 'govuk-form-group--error', more)} {...data}>
      {children}
    </div>
  );
}

/** Label, hint and what is wrong, above one control. */
export function FieldWords({
  id,
  label,
  labelClass,
  isPageHeading,
  hint,
  error,
}: Omit<FieldProps, 'name'> & { readonly id: string }) {
  return (
    <>
      {label && (
        <Label for={id} class={labelClass} isPageHeading={isPageHeading}>
          {label}
        </Label>
      )}
      <HintAndError id={id} hint={hint} error={error} />
    </>
  );
}

/** Hint and what is wrong, as `describedBy` names them. */
export function HintAndError({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint?: Child;
  readonly error?: FieldError | undefined;
}) {
  return (
    <>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`} {...error} />}
    </>
  );
}
