import { z } from 'zod';

/** A name inside a definition: a letter, then letters, digits, `-` or `_`; at most 64 characters. */
export const nameSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'a name starts with a letter and holds only letters, digits, - and _');

/** What people read: one string for each language the definition declares, `{ "en": …, "fr": … }`. */
export const textSchema = z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().max(8_000));
export type Text = z.infer<typeof textSchema>;

/** A CEL expression as written; see `src/domain/expression` for the subset. */
export const expressionSchema = z.string().min(1).max(1_000);
