import { z } from 'zod';
import { expressionSchema, nameSchema, textSchema } from './text-schema.ts';

/** `email` and `letter` carry the whole notice, and a party gets one of them; `sms` only says that it is in the portal. */
export const CHANNELS = ['portal', 'email', 'sms', 'letter'] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;

/** When service by a channel is deemed: so many days after the channel confirmed delivery, or the letter was posted. */
const deemedSchema = z.strictObject({
  days: z.number().int().min(0).max(60).optional(),
  workingDays: z.number().int().min(0).max(60).optional(),
});

/** What the tribunal sends. Subject and body are logic-less: `{{placeholder}}` from an allow-list, paragraphs apart by a blank line. */
export const noticeSchema = z.strictObject({
  to: z.array(nameSchema).min(1),
  /** Leaves out the side whose act caused the notice: nobody is served their own filing. */
  except: z.literal('actor').optional(),
  /** To those parties alone for whom it holds: `party` is the one who would be sent it. */
  only: expressionSchema.optional(),
  channels: z.array(channelSchema).min(1),
  template: nameSchema,
  attach: z.array(nameSchema).optional(),
  /** A legal notice starts or ends rights, and must have a service rule. */
  legal: z.boolean().optional(),
  service: z.strictObject({ deemed: z.partialRecord(channelSchema, deemedSchema) }).optional(),
  /** Part of the without-prejudice room. */
  privileged: z.boolean().optional(),
  subject: textSchema,
  body: textSchema,
});
export type Notice = z.infer<typeof noticeSchema>;

/** A document the tribunal makes. Sections are texts with placeholders, or the answers of a form. */
export const documentSchema = z.strictObject({
  template: nameSchema,
  title: textSchema.optional(),
  access: z.enum(['case', 'tribunal', 'sealed']),
  sections: z
    .array(
      z.strictObject({
        heading: textSchema.optional(),
        text: textSchema.optional(),
        /** Prints the answers of this form. */
        form: nameSchema.optional(),
        /** Prints what all agreed to: the terms of the offer that was accepted; at the foot, who signed it, when and how. */
        agreement: z.boolean().optional(),
      }),
    )
    .max(50)
    .optional(),
});
export type DocumentRule = z.infer<typeof documentSchema>;
