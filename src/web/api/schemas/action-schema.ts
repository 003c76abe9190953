import { z } from '@hono/zod-openapi';
import { deadlineSchema } from './case-schema.ts';
import { centsSchema, idSchema } from './common.ts';

/** Something that the viewer can do in a case now. */
export const actionSchema = z
  .strictObject({
    event: z.string().openapi({ description: 'To be sent as `type`.', example: 'FILE_RESPONSE' }),
    title: z.string(),
    hint: z.string().optional(),
    scope: z.enum(['case', 'party']),
    party: idSchema.optional().openapi({ description: 'To be sent with it.' }),
    form: z.record(z.string(), z.unknown()).openapi({
      description:
        'JSON Schema (2020-12) of `data`. Money is whole cents. What has `x-show-if` is asked only where that condition on the answers (`form`) holds, and dropped elsewhere; where it is asked and has `x-required-if-shown`, it is required. `x-labels` says what people read for each value of `enum`.',
    }),
    fee: z
      .strictObject({
        name: z.string(),
        amount: centsSchema,
        currency: z.string(),
        bands: z
          .array(z.strictObject({ if: z.string(), amount: centsSchema }))
          .optional()
          .openapi({ description: 'Where answers decide: the last whose condition holds sets the amount instead.' }),
      })
      .optional(),
    owed: z
      .strictObject({ name: z.string(), amount: centsSchema, currency: z.string() })
      .optional()
      .openapi({ description: 'What is outstanding of the fee that it pays.' }),
    stepUp: z
      .literal(true)
      .optional()
      .openapi({ description: 'Only for who has signed in within the last ten minutes; else `StepUpNeeded`.' }),
    exhibit: z
      .enum(['add', 'replace', 'describe', 'withdraw'])
      .optional()
      .openapi({ description: 'What it does to the evidence of the party.' }),
    answering: z.string().optional().openapi({
      description:
        'Which offer, agreement or round of bidding it answers: to be sent with it, so that nothing else is agreed to that came in its place. Of an offer or an agreement it is the id at `/offers`.',
    }),
    confirm: z.string().optional().openapi({ description: 'To be asked before.' }),
    deadline: deadlineSchema.optional(),
  })
  .openapi('Action');
