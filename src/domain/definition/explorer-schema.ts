import { z } from 'zod';
import { nameSchema, textSchema } from './text-schema.ts';

/** Questions before any claim: each option leads to another question or to an outcome. */
export const explorerSchema = z.strictObject({
  start: nameSchema,
  questions: z.record(
    nameSchema,
    z.strictObject({
      title: textSchema,
      hint: textSchema.optional(),
      options: z
        .array(z.strictObject({ value: nameSchema, label: textSchema, next: nameSchema, sets: z.string().optional() }))
        .min(1)
        .max(20),
    }),
  ),
  outcomes: z.record(
    nameSchema,
    z.strictObject({
      title: textSchema,
      body: textSchema,
      /** This is the place: a claim can be started. */
      start: z.boolean().optional(),
      letters: z.array(z.strictObject({ title: textSchema, body: textSchema })).optional(),
      links: z.array(z.strictObject({ title: textSchema, url: z.url({ protocol: /^https$/ }) })).optional(),
    }),
  ),
});
export type Explorer = z.infer<typeof explorerSchema>;
