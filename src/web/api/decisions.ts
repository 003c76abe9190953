import { OpenAPIHono, z } from '@hono/zod-openapi';
import { listDecisionsEverywhere } from '../../app/registries/list-everywhere.ts';
import { invalidInput } from '../invalid-input.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idSchema, instantSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { pageOf, pageQuery } from './schemas/pages.ts';
import { standingShape } from './schemas/standing-shape.ts';

const publicDecisionSchema = z
  .strictObject({
    id: idSchema,
    reference: z.string(),
    title: z.string(),
    summary: z.string(),
    decision: z.string(),
    issuedAt: instantSchema,
    publishedAt: instantSchema,
    workflow: z.string(),
    ...standingShape,
  })
  .openapi('PublicDecision');

/** The public register. */
export function decisionRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>({ defaultHook: invalidInput });
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
      query: pageQuery.extend({ q: z.string().max(200).optional().openapi({ description: 'Words.' }) }),
      answers: { 200: jsonAnswer('A page of decisions, newest first.', pageOf(publicDecisionSchema)) },
    },
    async (c, { query: { q, ...page } }) => c.json(await listDecisionsEverywhere(ports, q, page)),
  );
  return app;
}
