/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { errorFor, type PageError } from './error-summary.tsx';

interface Props {
  /** Its name; its id is `f-` and the name. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly errors: readonly PageError[];
  readonly type?: 'text' | 'email' | 'tel' | 'date';
  readonly inputmode?: 'numeric' | 'decimal' | undefined;
  readonly autocomplete?: string | undefined;
  readonly required?: boolean;
  readonly long?: boolean;
  readonly narrow?: boolean;
}

/** A label, a hint, what is wrong, and one line (or more) to write in. */
export function TextField({ name, label, value, type = 'text', required = false, long, narrow, ...more }: Props) {
  const { hint, errors, inputmode, autocomplete } = more;
  const error = errorFor(errors, name);
  const common = {
    id: `f-${name}`,
    name,
    'aria-describedby': describedBy(name, hint, error),
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': required ? ('true' as const) : undefined,
    autocomplete,
  };
  return (
    <FieldBox error={error}>
      <label for={common.id}>{label}</label>
      <FieldWords name={name} hint={hint} error={error} />
      {long ? (
        <textarea {...common} rows={6}>
          {value ?? ''}
        </textarea>
      ) : (
        <input
          {...common}
          class={narrow ? 'narrow' : undefined}
          type={type}
          inputmode={inputmode}
          value={value ?? ''}
        />
      )}
    </FieldBox>
  );
}

/** What is read aloud with a control. */
export function describedBy(name: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [...(hint ? [`hint-${name}`] : []), ...(error ? [`error-${name}`] : [])];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function FieldBox({ error, children }: { readonly error: string | undefined; readonly children?: Child }) {
  return <div class={error ? 'field wrong' : 'field'}>{children}</div>;
}

export function FieldWords({
  name,
  hint,
  error,
}: {
  readonly name: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}) {
  return (
    <>
      {hint && (
        <p class="hint" id={`hint-${name}`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`error-${name}`}>
          {error}
        </p>
      )}
    </>
  );
}
