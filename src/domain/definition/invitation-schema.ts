import { z } from 'zod';
import { expressionSchema, nameSchema, textSchema } from './text-schema.ts';

/** Something of the case that whoever was invited is told before they sign in. */
const factSchema = z.union([
  /** The names of the parties in these roles. */
  z.strictObject({ label: textSchema, parties: z.array(nameSchema).min(1).max(10) }),
  /** An answer that the whole case may read: `application.amount`. */
  z.strictObject({ label: textSchema, field: z.string().regex(/^[A-Za-z][\w-]{0,63}\.[A-Za-z][\w-]{0,63}$/) }),
]);

const sectionSchema = z.strictObject({
  /** Left out where it does not hold; it sees the party who is invited. */
  when: expressionSchema.optional(),
  /** `must`: what they have to do, set apart. */
  kind: z.literal('must').optional(),
  heading: textSchema.optional(),
  text: textSchema,
});

/** What a party in a role is told who comes with the code of a letter, before they sign in. */
export const invitationSchema = z.strictObject({
  title: textSchema,
  facts: z.array(factSchema).max(10).default([]),
  sections: z.array(sectionSchema).max(20).default([]),
});
export type InvitationRule = z.infer<typeof invitationSchema>;

/** Where people find help with a process. */
export const helpSchema = z.strictObject({
  heading: textSchema,
  text: textSchema,
  links: z
    .array(z.strictObject({ title: textSchema, url: z.url({ protocol: /^https$/ }) }))
    .max(10)
    .optional(),
});
