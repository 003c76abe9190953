import { z } from 'zod';
import { nameSchema } from './text-schema.ts';

const answersSchema = z.record(nameSchema, z.unknown());

/** What must be true now. `sent` and `notSent` look at the notices since the last `expect`; the rest at the case as it is. */
export const expectationSchema = z.strictObject({
  state: z.string().optional(),
  stage: z.string().optional(),
  status: z.enum(['open', 'closed']).optional(),
  outcome: z.string().nullable().optional(),
  /** Party id → its chart's state. */
  party: z.record(z.string(), z.string()).optional(),
  sent: z.array(nameSchema).optional(),
  notSent: z.array(nameSchema).optional(),
  /** Deadline name, alone or with its party (`responseWindow@respondent-2`) → local due date. */
  deadlines: z.record(z.string(), z.string()).optional(),
  tasks: z.array(nameSchema).optional(),
  documents: z.array(nameSchema).optional(),
  /** Fee → cents outstanding. */
  outstanding: z.record(nameSchema, z.number().int()).optional(),
});

export const stepSchema = z.union([
  z.strictObject({
    /** A role (`applicant`), a party (`respondent-2`) or `representative:respondent-1`. */
    as: z.string(),
    do: z.string(),
    party: z.string().optional(),
    form: answersSchema.optional(),
    /** The refusal that is expected; without it the step must be accepted. */
    refused: z.string().optional(),
  }),
  /** Time passes: an ISO 8601 duration, in local days where it names days. */
  z.strictObject({ advance: z.string().max(40) }),
  /** What became of a notice that was sent to a party by e-mail. */
  z.strictObject({ deliver: nameSchema, party: z.string() }),
  z.strictObject({ bounce: nameSchema, party: z.string() }),
  z.strictObject({ expect: expectationSchema }),
]);
export type ScenarioStep = z.infer<typeof stepSchema>;

/** A story about people that the definition must tell the same way for ever. */
export const scenarioSchema = z.strictObject({
  name: z.string().min(1).max(200),
  /** Local date and time in the calendar's zone, `2026-03-02T09:00`. */
  start: z.string(),
  parties: z.record(nameSchema, z.number().int().min(0).max(50)),
  /** Answers already given: `{ <form>: { <field>: … } }`. */
  data: z.record(nameSchema, answersSchema).optional(),
  steps: z.array(stepSchema).max(500),
});
export type Scenario = z.infer<typeof scenarioSchema>;
