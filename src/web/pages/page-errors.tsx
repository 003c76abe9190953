/** @jsxImportSource hono/jsx */
import type { FieldError } from '../components/error-message.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
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
export function PageErrors({ words, errors }: { readonly words: Words; readonly errors: readonly PageError[] }) {
  if (errors.length === 0) return null;
  const lines = errors.map(({ field, label, message }) => ({
    text: label ? `${label} ${message}` : message,
    href: field && `#f-${field}`,
  }));
  return <ErrorSummary title={words.errors.title} errors={lines} />;
}

/** What stands beside a field, if something is wrong with it. */
export function errorFor(words: Words, errors: readonly PageError[], field: string): FieldError | undefined {
  const message = errors.find((one) => one.field === field)?.message;
  return message === undefined ? undefined : { prefix: words.errors.word, message };
}
