import { z } from 'zod';
import { expressionSchema, nameSchema, textSchema } from './text-schema.ts';

/** How a case ended. */
export const OUTCOMES = [
  'settled',
  'consent-order',
  'default-decision',
  'decision',
  'non-compliance-decision',
  'withdrawn',
  'dismissed',
  'refused',
  'transferred',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DECISION_KINDS = ['default', 'final', 'non-compliance'] as const;
export const ORDER_KINDS = ['default', 'final', 'non-compliance', 'consent'] as const;
/** What can become of an order that was in force. */
export const ENDED_STANDINGS = ['cancelled', 'satisfied'] as const;

/** The closed list of what a chart may do. */
export const actionSchema = z.discriminatedUnion('type', [
  /** Sends a notice to each recipient by each channel. In a party chart, `to` of that party's role means that party alone. */
  z.strictObject({ type: z.literal('notify'), notice: nameSchema }),
  /** Makes a document and files it. */
  z.strictObject({ type: z.literal('generate'), document: nameSchema }),
  z.strictObject({ type: z.literal('charge'), fee: nameSchema }),
  z.strictObject({ type: z.literal('refund'), fee: nameSchema }),
  z.strictObject({ type: z.literal('waive'), fee: nameSchema }),
  /** Gives the case to someone in a tribunal role, as the role's `assign` says. */
  z.strictObject({ type: z.literal('assign'), role: nameSchema }),
  /** Puts work in a role's queue. It is done by one of the events in `closedBy`; without them, when the case leaves the state. */
  z.strictObject({
    type: z.literal('task'),
    task: nameSchema,
    queue: nameSchema,
    title: textSchema,
    due: z
      .strictObject({ count: z.number().int().min(0).max(3_650), unit: z.enum(['days', 'workingDays']) })
      .optional(),
    priority: z.enum(['low', 'normal', 'high']).optional(),
    closedBy: z.array(nameSchema).optional(),
  }),
  /** Writes a value: `data.<form>.<field>`, `party.<form>.<field>`, `party.servedOn` or `party.responded`. */
  z.strictObject({ type: z.literal('set'), path: z.string().min(1).max(200), value: expressionSchema }),
  /** Sends an internal event to `case`, to the chart's own `party`, or to every party of a role. */
  z.strictObject({ type: z.literal('tell'), to: nameSchema, event: nameSchema }),
  /** Opens or closes the without-prejudice room. */
  z.strictObject({ type: z.literal('privilege'), room: z.enum(['open', 'close']) }),
  /** Files the decision in the event (`reasons`: one paragraph a line) as issued, by the acting member. */
  z.strictObject({ type: z.literal('decide'), decision: z.enum(DECISION_KINDS), document: nameSchema }),
  /**
   * Files an order as issued; `terms` and `amount` are expressions (default: `event.terms`, `event.amount`). With
   * `replaces`, the orders in force that the same chart has issued stand no more: this one stands in their place.
   */
  z.strictObject({
    type: z.literal('order'),
    order: z.enum(ORDER_KINDS),
    document: nameSchema,
    terms: expressionSchema.optional(),
    amount: expressionSchema.optional(),
    replaces: z.literal(true).optional(),
  }),
  /** Ends the standing of the orders in force that the same chart has issued: `cancelled`, or `satisfied` when they were followed. */
  z.strictObject({ type: z.literal('standing'), standing: z.enum(ENDED_STANDINGS) }),
  /** Puts the case's last decision into the public register, with names as initials. */
  z.strictObject({ type: z.literal('publish') }),
  /** Records how the case ended; `none` takes it back, when a decision was cancelled. */
  z.strictObject({ type: z.literal('outcome'), outcome: z.enum([...OUTCOMES, 'none']) }),
]);
export type Action = z.infer<typeof actionSchema>;
