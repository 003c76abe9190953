import { OpenAPIHono, z } from '@hono/zod-openapi';
import { handleCommand } from '../../app/handle-command.ts';
import { isRefusal, REFUSAL_REASONS, type RefusalReason } from '../../domain/refusal.ts';
import { problem } from '../problems/problem.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { idempotencyOf } from '../requests/idempotency-of.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { caseSchema } from './schemas/case-schema.ts';
import { idParams, idSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';

const eventSchema = z
  .strictObject({
    type: z.string().min(1).max(64).openapi({ example: 'FILE_RESPONSE' }),
    data: z
      .record(z.string(), z.unknown())
      .optional()
      .openapi({
        description: "Answers of the event's form, which `GET /cases/{id}/actions` has as a JSON Schema.",
        example: { position: 'disagree', reasons: 'The work was done as agreed.' },
      }),
    party: idSchema
      .max(200)
      .optional()
      .openapi({ description: 'The party that it is about; your own where you can be meant.' }),
    expectedVersion: z.number().int().min(0).optional().openapi({
      description: 'The `version` that you saw: if the case has moved since, nothing is done.',
    }),
    answering: z.string().max(200).optional().openapi({
      description:
        'What you have read and answer, from `answering` of the action (of an offer or agreement: its id). Send it with every event that answers an offer, bids, or approves what was agreed: if another stands there by now, the answer is `VersionMoved` and nothing is done. Without it, the event answers whatever stands there when it arrives.',
    }),
  })
  .openapi('NewEvent');

/** Everything that a case can refuse. */
const REFUSALS = Object.keys(REFUSAL_REASONS) as RefusalReason[];

/** The one way in which a case is moved. */
export function caseEventRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  route(
    app,
    {
      method: 'post',
      path: '/cases/{id}/events',
      name: 'raiseEvent',
      group: 'Cases',
      summary: 'Do something in a case',
      description:
        'Raises an event of the workflow, or one of the engine (`EXTEND_DEADLINE`, `ASSIGN`, `DECLARE_CONFLICT`, `INVITE`, `CHANGE_HELP`, `REVOKE`, `STEP_BACK`, `TELL_NEED`, `WITHDRAW_NEED`, `ANSWER_NEED`, `COMPLETE_TASK`, `CHANGE_CONTACT`, `CONFIRM_EMAIL`). `GET /cases/{id}/actions` lists what you can do now. When the answer arrives, it is on disk.',
      access: 'user',
      isIdempotent: true,
      params: idParams,
      body: eventSchema,
      answers: { 200: jsonAnswer('The case, as it now is.', caseSchema) },
      problems: ['NotFound', ...REFUSALS],
    },
    async (c, { params: { id }, body }) => {
      const idempotency = idempotencyOf(c, ports.ids, body);
      const moved = await handleCommand(ports, c.get('viewer'), id, body, c.get('language'), idempotency);
      if (!moved) return problem(c, 'NotFound');
      return isRefusal(moved) ? refusalProblem(c, moved) : moved;
    },
  );
  return app;
}
