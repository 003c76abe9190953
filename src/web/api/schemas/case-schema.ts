import { z } from '@hono/zod-openapi';
import { WRITTEN_BY } from '../../../domain/contact-change.ts';
import { NEED_KINDS, NEED_READERS } from '../../../domain/need.ts';
import { answersSchema, dateSchema, idSchema, instantSchema } from './common.ts';

export const deadlineSchema = z
  .strictObject({
    id: idSchema,
    name: z.string().openapi({ example: 'responseWindow' }),
    party: idSchema.optional(),
    dueAt: instantSchema,
    localDate: dateSchema,
    zone: z.string().openapi({ example: 'America/Vancouver' }),
    why: z.string().openapi({ description: 'Why it falls then, in one sentence.' }),
  })
  .openapi('Deadline');

const supporterSchema = z
  .strictObject({
    id: idSchema,
    capacity: z.enum(['representative', 'helper']),
    name: z.string(),
    email: z.string(),
    note: z.string().optional().openapi({ description: 'What the tribunal should know of them.' }),
    joined: z.boolean(),
  })
  .openapi('Supporter', {
    description: 'Acts for a party (representative), or assists one and cannot bind them (helper).',
  });

const needSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(NEED_KINDS),
    wants: z.array(z.string()),
    details: z.string().optional(),
    readers: z.array(z.enum(NEED_READERS)).openapi({ description: 'Who reads it beside the party and the registry.' }),
    status: z.enum(['asked', 'arranged', 'cannot']),
    answer: z.string().optional(),
    toldAt: instantSchema,
    answeredAt: instantSchema.optional(),
  })
  .openapi('Need', { description: 'Something that a party needs to take part.' });

const partySummarySchema = z
  .strictObject({ id: idSchema, role: z.string(), name: z.string(), state: z.string() })
  .openapi('PartySummary');

const partySchema = partySummarySchema
  .extend({
    data: answersSchema.optional(),
    contact: z
      .strictObject({
        email: z.string().optional(),
        newEmail: z.string().optional(),
        phone: z.string().optional(),
        address: z.string().optional(),
        language: z.string().optional(),
        writtenBy: z.enum(WRITTEN_BY).optional(),
        wantsTexts: z.boolean().optional(),
        isProtected: z.boolean().optional(),
      })
      .optional()
      .openapi({
        description:
          'For the party, their supporters and the tribunal alone. Where it is protected, the party and the registry read it; the others of these read `isProtected` and nothing else. `newEmail` was given and not yet confirmed.',
      }),
    supporters: z.array(supporterSchema).optional(),
    needs: z
      .array(needSchema)
      .optional()
      .openapi({ description: 'What they need to take part, for whom they have chosen to tell.' }),
  })
  .openapi('Party');

/** What a list shows of a case, and every case has. */
const caseCore = z.strictObject({
  id: idSchema,
  reference: z.string().openapi({ example: 'SC-2026-000123' }),
  workflow: z.strictObject({ id: z.string(), version: z.number().int() }),
  stage: z.string().openapi({ example: 'response' }),
  state: z.string().openapi({
    description:
      'Dotted path of the active state; those of parallel regions joined by `+`. To who may come to decide, only as far as talks without prejudice do not move it.',
  }),
  status: z.enum(['open', 'closed']),
  outcome: z.string().nullable(),
  version: z.number().int().openapi({ description: 'To be named as `expectedVersion`.' }),
  openedAt: instantSchema,
  closedAt: instantSchema.nullable(),
  deadlines: z.array(deadlineSchema),
  assigned: z
    .strictObject({ facilitator: idSchema.optional(), member: idSchema.optional() })
    .openapi({ description: 'Users who have the case.' }),
});

export const caseSummarySchema = caseCore
  .extend({ parties: z.array(partySummarySchema), dueBy: instantSchema.optional() })
  .openapi('CaseSummary');

/** A case, less what its viewer may not see. */
export const caseSchema = caseCore
  .extend({
    parties: z.array(partySchema),
    data: answersSchema,
    currency: z.string().openapi({ description: 'Of the amounts among all answers, which are cents.', example: 'CAD' }),
  })
  .openapi('Case');
