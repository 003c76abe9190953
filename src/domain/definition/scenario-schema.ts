import { z } from 'zod';
import { ENDED_STANDINGS } from './action-schema.ts';
import { nameSchema } from './text-schema.ts';

/** Longer than any process takes; a clock that runs on for ever would be endless work. */
const MAX_YEARS = 50;

const durationSchema = z
  .string()
  .max(40)
  .refine(
    isForward,
    `time passes forward, by an ISO 8601 duration such as P15D or PT2H, of at most ${MAX_YEARS} years`,
  );

function isForward(text: string): boolean {
  try {
    const duration = Temporal.Duration.from(text);
    return duration.sign >= 0 && duration.total({ unit: 'days', relativeTo: '2026-01-01' }) <= MAX_YEARS * 366;
  } catch {
    return false;
  }
}

const startSchema = z
  .string()
  .refine(isLocalTime, 'a local date and time such as 2026-03-02T09:00, between 1950 and 2100');

function isLocalTime(text: string): boolean {
  try {
    const { year } = Temporal.PlainDateTime.from(text);
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) && year >= 1950 && year <= 2100;
  } catch {
    return false;
  }
}

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
  /** Kind of order, alone or with the party whose chart issued it (`default@respondent-2`) → the standing of the last one. */
  orders: z.record(z.string(), z.enum(['in-force', ...ENDED_STANDINGS, 'replaced'])).optional(),
  /** Number of an exhibit → what became of it. */
  exhibits: z.record(z.string(), z.enum(['filed', 'replaced', 'withdrawn'])).optional(),
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
  z.strictObject({ advance: durationSchema }),
  /** What became of a notice that was sent to a party by e-mail or letter: it arrived or was posted, or it came back. */
  z.strictObject({ deliver: nameSchema, party: z.string() }),
  z.strictObject({ bounce: nameSchema, party: z.string() }),
  z.strictObject({ expect: expectationSchema }),
]);
export type ScenarioStep = z.infer<typeof stepSchema>;

/** A story about people that the definition must tell the same way for ever. */
export const scenarioSchema = z.strictObject({
  name: z.string().min(1).max(200),
  /** Local date and time in the calendar's zone, `2026-03-02T09:00`. */
  start: startSchema,
  parties: z.record(nameSchema, z.number().int().min(0).max(50)),
  /** Answers already given: `{ <form>: { <field>: … } }`. */
  data: z.record(nameSchema, answersSchema).optional(),
  steps: z.array(stepSchema).max(500),
});
export type Scenario = z.infer<typeof scenarioSchema>;
