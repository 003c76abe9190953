import { z } from 'zod';
import { deadlineRuleSchema } from '../time/deadline-schema.ts';
import { chartSchema } from './chart-schema.ts';
import { DEFINITION_LIMITS } from './check/limits.ts';
import { eventSchema } from './event-schema.ts';
import { explorerSchema } from './explorer-schema.ts';
import { formSchema } from './form-schema.ts';
import { helpSchema, invitationSchema } from './invitation-schema.ts';
import { documentSchema, noticeSchema } from './notice-schema.ts';
import { scenarioSchema } from './scenario-schema.ts';
import { expressionSchema, nameSchema, textSchema } from './text-schema.ts';

/** Who can be in a case, and how many; or who serves it for the tribunal. */
const roleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('party'),
    title: textSchema.optional(),
    min: z.number().int().min(0).max(50),
    max: z.number().int().min(1).max(50),
    /** The party chart that each party of this role lives in. */
    chart: nameSchema.optional(),
    /** Roles of one side answer together and are not sent each other's notices as opponents. Default: the role's name. */
    side: nameSchema.optional(),
    /** What the numbers of its exhibits begin with: `A` gives `A-1`. */
    mark: z
      .string()
      .regex(/^[A-Z]{1,3}$/, 'a mark is one to three capitals')
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('tribunal'),
    title: textSchema.optional(),
    assign: z.enum(['least-loaded', 'queue', 'manual']).optional(),
    /** Nobody who is or was one of these in the case may be given this role. */
    excludes: z.array(nameSchema).optional(),
    /** Everyone with this role in the tribunal serves every case. */
    shared: z.boolean().optional(),
  }),
]);
export type Role = z.infer<typeof roleSchema>;

const refusedGuardSchema = z
  .string()
  .regex(/^!?[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'it is the name of a guard, with “!” before it where the guard is denied');

const feeSchema = z.strictObject({
  title: textSchema.optional(),
  /** Cents. */
  amount: z.number().int().min(0).max(100_000_000),
  /** The last band whose condition holds sets the amount. */
  amountWhen: z
    .array(z.strictObject({ if: expressionSchema, amount: z.number().int().min(0).max(100_000_000) }))
    .max(20)
    .optional(),
  waiver: z.boolean().optional(),
});

/** A workflow definition, format 1: everything about a process that is not code. `docs/workflow-format.md` explains each part. */
export const definitionSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,62}$/, 'an id is lower-case letters, digits and hyphens'),
  title: textSchema,
  description: textSchema.optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/))
    .min(1)
    .max(DEFINITION_LIMITS.languages),
  calendar: z.string().min(1).max(64),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('CAD'),
  /** Letters that open a case's reference: `SC` gives `SC-2026-000123`. */
  reference: z
    .string()
    .regex(/^[A-Z]{1,6}$/)
    .default('CASE'),
  stages: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: textSchema,
        /** Not on every case's way: people are told of it when their case is there, or was. */
        exceptional: z.boolean().optional(),
        target: z.strictObject({ days: z.number().int().min(1).max(3_650) }).optional(),
      }),
    )
    .min(1)
    .max(30),
  roles: z.record(nameSchema, roleSchema),
  /** Roles of the tribunal that open cases. Default: anyone who is signed in. */
  opens: z.array(nameSchema).min(1).max(20).optional(),
  forms: z.record(nameSchema, formSchema).default({}),
  events: z.record(nameSchema, eventSchema),
  deadlines: z.record(nameSchema, deadlineRuleSchema).default({}),
  notices: z.record(nameSchema, noticeSchema).default({}),
  documents: z.record(nameSchema, documentSchema).default({}),
  fees: z.record(nameSchema, feeSchema).default({}),
  guards: z.record(nameSchema, expressionSchema).default({}),
  /** Guard (`name`, or `!name` for where it is denied) → what people are told when it refuses what they do. */
  refusals: z.record(refusedGuardSchema, textSchema).default({}),
  chart: chartSchema,
  partyCharts: z.record(nameSchema, chartSchema).default({}),
  /** State (dotted path; `role:state` for a party chart's) → role → what this means for them, and what happens next. */
  guidance: z.record(z.string().min(1).max(200), z.record(nameSchema, textSchema)).default({}),
  /** Party role → what whoever comes with the code of a letter is told before they sign in. */
  invitations: z.record(nameSchema, invitationSchema).optional(),
  /** Where people find help, in the order in which it is shown. */
  help: z.array(helpSchema).max(20).optional(),
  explorer: explorerSchema.optional(),
  scenarios: z.array(scenarioSchema).max(500).default([]),
});

/** A parsed definition; defaults filled in. */
export type Definition = z.infer<typeof definitionSchema>;
/** A definition as written in JSON. */
export type DefinitionInput = z.input<typeof definitionSchema>;
