import { OpenAPIHono, z } from '@hono/zod-openapi';
import { listDecisionsEverywhere } from '../../app/registries/list-everywhere.ts';
import { OUTCOMES } from '../../domain/definition/action-schema.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { centsSchema, dateSchema, idSchema, instantSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { pageOf, pageQuery } from './schemas/pages.ts';
import { standingShape } from './schemas/standing-shape.ts';

const MAX_NAME = 64;
const day = (description: string) => z.iso.date().optional().openapi({ description, format: 'date' });
const searchShape = {
  q: z.string().max(200).optional().openapi({ description: 'Words of title, reference and reasons.' }),
  from: day('First local date of publication.'),
  to: day('Last local date of publication.'),
  workflow: z.string().max(MAX_NAME).optional(),
  type: z.string().max(MAX_NAME).optional().openapi({ description: 'As `type` in the answer.', example: 'dismissal' }),
  outcome: z.enum(OUTCOMES).optional(),
};

const publicDecisionSchema = z
  .strictObject({
    id: idSchema,
    reference: z.string(),
    title: z.string(),
    summary: z.string(),
    decision: z.string(),
    issuedAt: instantSchema,
    publishedAt: instantSchema,
    publishedOn: dateSchema.nullable(),
    workflow: z.string(),
    type: z.string().nullable().openapi({ description: "The definition's name of its paper.", example: 'dismissal' }),
    outcome: z.enum(OUTCOMES).nullable(),
    order: z
      .strictObject({ terms: z.array(z.string()), amount: centsSchema.optional(), currency: z.string() })
      .nullable()
      .openapi({ description: 'What it orders, with names as initials.' }),
    ...standingShape,
  })
  .openapi('PublicDecision');

/** The public register. */
export function decisionRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  route(
    app,
    {
      method: 'get',
      path: '/decisions',
      name: 'searchDecisions',
      group: 'Public register',
      summary: 'Search the published decisions',
      description: 'Open to everyone. People stand there by their initials.',
      access: 'anyone',
      query: pageQuery.extend(searchShape),
      answers: { 200: jsonAnswer('A page of decisions, newest first.', pageOf(publicDecisionSchema)) },
    },
    (_, { query: { limit, cursor, ...search } }) =>
      listDecisionsEverywhere(ports, search, { limit, ...(cursor ? { cursor } : {}) }),
  );
  return app;
}
