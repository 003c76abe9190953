import { z } from '@hono/zod-openapi';
import { deadlineSchema } from './case-schema.ts';
import { centsSchema, dateSchema, idSchema, instantSchema, languageSchema } from './common.ts';
import { standingShape } from './standing-shape.ts';

const readersSchema = z
  .enum(['everyone', 'party', 'tribunal', 'registry', 'room', 'caucus', 'own'])
  .openapi('Readers', { description: 'Who else can read it.' });

const authorSchema = z
  .union([
    z.strictObject({
      kind: z.literal('person'),
      role: z.string(),
      name: z.string(),
      party: idSchema.optional(),
      capacity: z.enum(['representative', 'helper']).optional(),
    }),
    z.strictObject({ kind: z.enum(['time', 'engine']) }),
  ])
  .openapi('Author');

const checkSchema = z.enum(['waiting', 'infected']).openapi({
  description:
    'It waits for a virus scanner, or one has found something: nobody opens it, and only its own side knows.',
});

export const documentSchema = z
  .strictObject({
    id: idSchema,
    caseId: idSchema,
    origin: z.enum(['issued', 'uploaded']),
    document: z.string().optional().openapi({ description: "The definition's name for an issued document." }),
    title: z.string(),
    filename: z.string(),
    mime: z.string(),
    size: z.number().int().nullable(),
    isReady: z.boolean(),
    check: checkSchema.optional(),
    uploadedBy: z.string().optional(),
    party: idSchema.optional(),
    createdAt: instantSchema,
    readers: readersSchema,
  })
  .openapi('Document');

export const biddingSchema = z
  .strictObject({
    status: z.enum(['none', 'proposed', 'open', 'settled', 'over']),
    round: z.number().int().openapi({ description: 'From 1; 0 until both have agreed to bid.' }),
    rounds: z.number().int(),
    proposedBy: idSchema.optional(),
    terms: z.record(z.string(), z.unknown()).openapi({ description: 'What the sum is for.' }),
    figuresIn: z.array(idSchema).openapi({ description: 'The parties whose figure of this round is in.' }),
    ownFigure: centsSchema.optional(),
    currency: z.string(),
  })
  .openapi('Bidding');

export const exhibitSchema = z
  .strictObject({
    id: idSchema,
    number: z
      .string()
      .openapi({ example: 'A-1', description: 'By which everybody calls it; never given twice in a case.' }),
    party: idSchema,
    status: z.enum(['filed', 'replaced', 'withdrawn']),
    description: z.string(),
    datedOn: z.string().optional().openapi({ description: 'The date of the thing itself.', example: '2026-03-02' }),
    versions: z
      .array(
        z.strictObject({
          version: z.number().int(),
          document: idSchema,
          filename: z.string(),
          mime: z.string(),
          size: z.number().int(),
          sha256: z.string(),
          check: checkSchema.optional(),
          filedAt: instantSchema,
          by: authorSchema,
        }),
      )
      .openapi({ description: 'The files that you can open, from the first on; the last of them counts.' }),
    earlier: z
      .array(
        z.strictObject({
          description: z.string(),
          datedOn: z.string().optional(),
          changedAt: instantSchema,
          changedBy: authorSchema,
        }),
      )
      .optional()
      .openapi({ description: 'What was said of it before, from the first on, and when and by whom it was changed.' }),
    withdrawn: z.strictObject({ at: instantSchema, by: authorSchema, reason: z.string().optional() }).optional(),
  })
  .openapi('Exhibit');

const journalSchema = z
  .strictObject({
    id: idSchema,
    number: z.number().int(),
    at: instantSchema,
    type: z.string().openapi({ example: 'FILE_RESPONSE' }),
    title: z.string().optional(),
    by: authorSchema,
    party: idSchema.optional(),
    deadline: z.string().optional(),
    notice: z.string().optional(),
    stage: z.string(),
    state: z.string(),
    readers: readersSchema,
  })
  .openapi('JournalEntry');

const deliverySchema = z
  .strictObject({
    channel: z.string(),
    status: z.enum(['queued', 'sending', 'ready', 'sent', 'delivered', 'failed']).openapi({
      description:
        '`ready`: a letter waits to be posted; `sent`: it is on its way; `delivered`: it is known to have arrived.',
    }),
    lastAttemptAt: instantSchema.nullable(),
    arrivedAt: instantSchema.nullable(),
    postedOn: dateSchema.nullable().openapi({ description: 'Of a letter: the local date.' }),
    tracking: z.string().nullable().openapi({ description: 'Of a letter: the carrier’s number.' }),
    attempts: z.number().int().optional(),
    response: z.string().nullable().optional(),
    messageId: z.string().nullable().optional(),
  })
  .openapi('Delivery', {
    description: 'How a notice travels; attempts and what servers answered are for the tribunal.',
  });

export const noticeSchema = z
  .strictObject({
    id: idSchema,
    notice: z.string(),
    to: z.strictObject({
      role: z.string(),
      name: z.string(),
      party: idSchema.optional(),
      email: z.string().optional(),
    }),
    sentAt: instantSchema,
    readAt: instantSchema.nullable(),
    language: languageSchema,
    subject: z.string(),
    body: z.string(),
    deadlines: z.array(z.string()),
    legal: z.boolean(),
    channels: z.array(z.string()),
    attach: z.array(idSchema),
    readers: readersSchema,
    deliveries: z.array(deliverySchema),
  })
  .openapi('Notice');

const messageSchema = z
  .strictObject({
    id: idSchema,
    at: instantSchema,
    by: authorSchema,
    body: z.string(),
    attachments: z.array(idSchema),
    readers: readersSchema,
  })
  .openapi('Message');

const offerSchema = z
  .strictObject({
    id: idSchema,
    by: z.string(),
    madeAt: instantSchema,
    status: z.enum(['open', 'accepted', 'declined', 'countered', 'withdrawn', 'expired']),
    counters: idSchema.optional(),
    terms: z.record(z.string(), z.unknown()).openapi({ description: 'Amounts are cents.' }),
    currency: z.string(),
    acceptedBy: z.array(z.string()),
  })
  .openapi('Offer', {
    description:
      'Without prejudice: for who takes part in the talks, and whoever decides the case never sees it. The registry that is asked to approve an agreement sees that one alone.',
  });

const orderSchema = z
  .strictObject({
    id: idSchema,
    order: z.string(),
    document: idSchema,
    terms: z.array(z.string()),
    amount: centsSchema.optional(),
    currency: z.string(),
    code: z.string(),
    at: instantSchema,
    ...standingShape,
    replacedBy: idSchema.nullable().openapi({ description: 'The order that stands in its place.' }),
  })
  .openapi('Order');

const decisionSchema = z
  .strictObject({
    id: idSchema,
    decision: z.string(),
    document: idSchema,
    reasons: z.array(z.string()),
    decidedBy: z.string().optional(),
    at: instantSchema,
    published: z.strictObject({ title: z.string(), summary: z.string(), at: instantSchema }).nullable(),
    ...standingShape,
  })
  .openapi('Decision');

const taskSchema = z
  .strictObject({
    id: idSchema,
    task: z.string(),
    queue: z.string(),
    title: z.string(),
    priority: z.enum(['low', 'normal', 'high']),
    openedAt: instantSchema,
    dueAt: instantSchema.nullable(),
    closedAt: instantSchema.nullable(),
  })
  .openapi('Task');

const feeSchema = z
  .strictObject({
    id: idSchema,
    fee: z.string(),
    movement: z.enum(['charged', 'paid', 'waived', 'refunded']),
    amount: centsSchema,
    currency: z.string(),
    party: idSchema.optional(),
    at: instantSchema,
  })
  .openapi('FeeMovement');

const deadlineHistorySchema = deadlineSchema
  .extend({
    status: z.enum(['open', 'met', 'expired', 'dropped']),
    endedAt: instantSchema.nullable(),
    extensions: z.number().int(),
    extendedDays: z.number().int(),
  })
  .openapi('DeadlineHistory');

/** What each part of a case is made of. */
export const PART_SCHEMAS = {
  journal: journalSchema,
  deadlines: deadlineHistorySchema,
  notices: noticeSchema,
  documents: documentSchema,
  messages: messageSchema,
  offers: offerSchema,
  orders: orderSchema,
  decisions: decisionSchema,
  tasks: taskSchema,
  fees: feeSchema,
} as const;
