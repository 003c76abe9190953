import { z } from 'zod';
import { expressionSchema, nameSchema, textSchema } from './text-schema.ts';

/** What someone outside can do: the only way into a chart. */
export const eventSchema = z.strictObject({
  title: textSchema.optional(),
  hint: textSchema.optional(),
  /** What history says once it has happened: “The claim was answered”. Default: the title. */
  done: textSchema.optional(),
  /** Role names; `representative` means: whoever acts for a party of the listed roles. */
  by: z.array(nameSchema).min(1),
  /** `party`: moves one party's chart (its own for a party; the named one for others). `case`: moves the case. */
  scope: z.enum(['case', 'party']).default('case'),
  /** With scope `party`: the roles whose charts it moves. Default: party roles in `by`, else every role with a chart. */
  of: z.array(nameSchema).optional(),
  /** With scope `case`, where the tribunal does it for a party: its role. The first of it owes the fee and owns the exhibits. */
  onBehalfOf: nameSchema.optional(),
  form: nameSchema.optional(),
  when: expressionSchema.optional(),
  /** What people are told where `when` does not hold. */
  otherwise: textSchema.optional(),
  /** Charged to the acting party when the event is accepted. */
  fee: nameSchema.optional(),
  /** The event records the payment of what is outstanding of this fee. */
  pays: nameSchema.optional(),
  confirm: textSchema.optional(),
  /** Done beside what a state waits for: the state's deadline is not for this. Asking for more time is no answer. */
  aside: z.boolean().optional(),
  /** Only for who has just signed in, however long they may stay signed in: signing a settlement, changing an address. */
  stepUp: z.boolean().optional(),
  /** Without prejudice: stored in the room, never seen by a member who may decide. */
  privileged: z.boolean().optional(),
  /** Done upon what all have agreed to: who of the tribunal can do it now reads the terms; never who may decide. */
  showsAgreement: z.boolean().optional(),
  /** What the event does to the offer on the table; `make` and `counter` may start a deadline of the offer's own. */
  offer: z
    .strictObject({
      do: z.enum(['make', 'counter', 'accept', 'decline', 'withdraw']),
      deadline: nameSchema.optional(),
      expiredNotice: nameSchema.optional(),
    })
    .optional(),
  /** A step of blind bidding between two parties; `bid` takes its figure from the form's `amount`. */
  bidding: z.enum(['propose', 'agree', 'bid', 'stop']).optional(),
  /**
   * What the event does to the evidence of a party: `add` takes `file`, `description` and `on` from its form, `replace`
   * those and `exhibit`, `describe` `exhibit`, `description` and `on`, `withdraw` `exhibit` and `reason`. Withdrawn files
   * go back to who uploaded them, unless they stay readable.
   */
  exhibit: z
    .strictObject({ do: z.enum(['add', 'replace', 'describe', 'withdraw']), staysReadable: z.boolean().optional() })
    .optional(),
  /** The event posts a message: to all parties and the facilitator, between one party and the facilitator, or into the case. */
  message: z.enum(['joint', 'separate', 'case']).optional(),
  /** The event adds a party to the case; each value is an expression over `event`. */
  adds: z.strictObject({ role: nameSchema, name: expressionSchema, email: expressionSchema.optional() }).optional(),
});
export type EventRule = z.infer<typeof eventSchema>;
