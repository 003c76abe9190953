import { OpenAPIHono, z } from '@hono/zod-openapi';
import { simulateWorkflow, simulationRequestSchema } from '../../app/simulate-workflow.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { rateLimitedFor } from '../limits/rate-limited.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { bodyText } from '../requests/body-text.ts';
import { checked } from '../requests/checked.ts';
import { onlyJson } from '../requests/json-text.ts';
import { limitedBody } from '../requests/limited-body.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { answersSchema, dateSchema, idSchema, instantSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { problemOfDefinitionSchema } from './schemas/problem-of-definition-schema.ts';

const GROUP = 'Workflows';

/** More than the checker reads: whoever sends too much hears it from the checker, in its words. */
const MAX_DEFINITION_BYTES = 1024 * 1024;
/** A definition of the deepest kind, inside a request. */
const MAX_SIMULATION_DEPTH = 40;

/** Checking a definition and playing it through, with made-up people: nothing is stored and nothing is sent. */
export function workflowRehearsalRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  const limited = rateLimitedFor(ports, 'rehearsal');
  addCheck(app, ports, limited);
  addSimulation(app, ports, limited);
  return app;
}

type Limited = ReturnType<typeof rateLimitedFor>;

function addCheck(app: OpenAPIHono<WebEnv>, ports: WebPorts, limited: Limited): void {
  route(
    app,
    {
      method: 'post',
      path: '/workflows/check',
      name: 'checkWorkflow',
      group: GROUP,
      summary: 'Check a definition',
      description: 'Send the definition as it is. What is wrong with it is the answer, not an error; broken JSON too.',
      access: 'user',
      middleware: [limited, checked(onlyJson), limitedBody(MAX_DEFINITION_BYTES)],
      otherBody: { type: 'application/json', schema: { $ref: '#/components/schemas/Definition' } },
      answers: {
        200: jsonAnswer(
          'Whether it can be published, and what is wrong with it.',
          z
            .strictObject({ ok: z.boolean(), problems: z.array(problemOfDefinitionSchema) })
            .openapi('CheckedDefinition'),
        ),
      },
    },
    async (c) => {
      const text = await bodyText(c);
      if (text instanceof Response) return text;
      const { definition, problems } = ports.check(text);
      return { ok: definition !== undefined, problems };
    },
  );
}

const simulationSchema = simulationRequestSchema
  .extend({
    start: z
      .string()
      .refine(isLocalTime, 'Give a local date and time, such as 2026-03-02T09:00.')
      .openapi({ example: '2026-03-02T09:00' }),
  })
  .openapi('Simulation', { description: 'A definition, or a published workflow; who is there; and what happens.' });

function isLocalTime(text: string): boolean {
  try {
    const { year } = Temporal.PlainDateTime.from(text.slice(0, 40));
    return year >= 1990 && year < 2100;
  } catch {
    return false;
  }
}

const traceEntrySchema = z
  .strictObject({
    at: instantSchema,
    by: z.string(),
    event: z.string(),
    party: idSchema.optional(),
    refused: z.string().optional(),
    state: z.string(),
    stage: z.string(),
    notices: z.array(z.string()),
    deadlines: z.array(z.strictObject({ name: z.string(), party: z.string().optional(), localDate: dateSchema })),
    tasks: z.array(z.string()),
  })
  .openapi('TraceEntry');

const playedSchema = z
  .strictObject({
    trace: z.array(traceEntrySchema),
    final: z
      .strictObject({
        state: z.string(),
        stage: z.string(),
        status: z.enum(['open', 'closed']),
        outcome: z.string().nullable(),
        parties: z.array(z.strictObject({ id: z.string(), role: z.string(), state: z.string() })),
        data: answersSchema,
      })
      .nullable()
      .openapi({ description: 'Null when the case could not be opened.' }),
  })
  .openapi('Played');

function addSimulation(app: OpenAPIHono<WebEnv>, ports: WebPorts, limited: Limited): void {
  route(
    app,
    {
      method: 'post',
      path: '/workflows/simulate',
      name: 'simulateWorkflow',
      group: GROUP,
      summary: 'Play a case through a workflow',
      access: 'user',
      middleware: [limited],
      maxBytes: MAX_DEFINITION_BYTES,
      maxDepth: MAX_SIMULATION_DEPTH,
      body: simulationSchema,
      answers: { 200: jsonAnswer('What happened, step by step, and where the case stands then.', playedSchema) },
      problems: ['UnknownWorkflow', 'InvalidDefinition'],
    },
    (c, { body }) => {
      const played = simulateWorkflow(ports, body);
      return isRefusal(played) ? refusalProblem(c, played) : played;
    },
  );
}
