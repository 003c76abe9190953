/** @jsxImportSource hono/jsx */
import type { Words } from '../words.ts';

/** One thing that is wrong; with a field, the summary leads to it. */
export interface PageError {
  /** The id of the control to mend, without `f-`. */
  readonly field?: string;
  readonly message: string;
  /** What was asked: said in the summary, where it stands alone. */
  readonly label?: string;
}

/** Everything that is wrong, at the top, each line leading to its field. */
export function ErrorSummary({ words, errors }: { readonly words: Words; readonly errors: readonly PageError[] }) {
  if (errors.length === 0) return null;
  return (
    <section class="errors" role="alert" aria-labelledby="errors" tabindex={-1}>
      <h2 id="errors">{words.errors.title}</h2>
      <ul>
        {errors.map(({ field, label, message }) => (
          <li>{field ? <a href={`#f-${field}`}>{label ? `${label} ${message}` : message}</a> : message}</li>
        ))}
      </ul>
    </section>
  );
}

/** The message for a field, if something is wrong with it. */
export function errorFor(errors: readonly PageError[], field: string): string | undefined {
  return errors.find((one) => one.field === field)?.message;
}
