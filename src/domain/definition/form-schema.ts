import { z } from 'zod';
import { expressionSchema, nameSchema, textSchema } from './text-schema.ts';

/** The kinds of answer a field takes. Money is integer cents; a date is `YYYY-MM-DD`; a file is a document id. */
export const FIELD_TYPES = [
  'text',
  'longtext',
  'number',
  'money',
  'date',
  'yesno',
  'choice',
  'choices',
  'email',
  'phone',
  'address',
  'file',
  'party',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Who may read an answer: everyone in the case, the tribunal, or the registry alone. */
export const fieldAccessSchema = z.enum(['case', 'tribunal', 'sealed']);

export const fieldSchema = z.strictObject({
  id: nameSchema,
  type: z.enum(FIELD_TYPES),
  label: textSchema.optional(),
  hint: textSchema.optional(),
  required: z.boolean().optional(),
  options: z
    .array(z.strictObject({ value: nameSchema, label: textSchema }))
    .min(1)
    .max(100)
    .optional(),
  /** Characters of a text. */
  maxLength: z.number().int().min(1).max(100_000).optional(),
  /** Smallest and largest number, or cents. */
  min: z.number().int().optional(),
  max: z.number().int().optional(),
  /** On which side of today a date lies; today is on both. */
  in: z.enum(['past', 'future']).optional(),
  /** A number that counts something: no fractions. */
  whole: z.boolean().optional(),
  /** How many files a `file` field takes; more than one makes the answer a list. */
  maxFiles: z.number().int().min(1).max(50).optional(),
  /** Each file that is answered becomes an exhibit of the party. */
  exhibit: z.boolean().optional(),
  access: fieldAccessSchema.optional(),
  /** Hidden from the deciding member, always. */
  privileged: z.boolean().optional(),
});
export type Field = z.infer<typeof fieldSchema>;

export const formSchema = z.strictObject({
  title: textSchema,
  pages: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: textSchema.optional(),
        hint: textSchema.optional(),
        showIf: expressionSchema.optional(),
        fields: z.array(fieldSchema).min(1).max(50),
      }),
    )
    .min(1)
    .max(60),
});
export type Form = z.infer<typeof formSchema>;
