import { OpenAPIHono, z } from '@hono/zod-openapi';
import { listActions } from '../../app/queries/list-actions.ts';
import { readCase } from '../../app/queries/read-case.ts';
import { listCasesEverywhere } from '../../app/registries/list-everywhere.ts';
import { openWhereOpen } from '../../app/registries/open-where-open.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { problem } from '../problems/problem.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { idempotencyOf } from '../requests/idempotency-of.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { actionSchema } from './schemas/action-schema.ts';
import { caseSchema, caseSummarySchema } from './schemas/case-schema.ts';
import { idParams } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { openCaseSchema } from './schemas/open-case-schema.ts';
import { pageOf, pageQuery } from './schemas/pages.ts';

const GROUP = 'Cases';

/** Opening cases, finding them, and what can be done in one. */
export function caseRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addOpening(app, ports);
  addList(app, ports);
  addReading(app, ports);
  addActions(app, ports);
  return app;
}

function addOpening(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'post',
      path: '/cases',
      name: 'openCase',
      group: GROUP,
      summary: 'Open a case',
      description:
        'Opens a case in the newest version of a workflow. Whoever opens it is the party with their own address, or else the first party of the first role, rather one that bears none. The registry opens cases for others.',
      access: 'user',
      isIdempotent: true,
      body: openCaseSchema,
      answers: { 201: jsonAnswer('The case.', caseSchema) },
      problems: [
        'UnknownWorkflow',
        'MayNotOpen',
        'UnknownRole',
        'PartyMissing',
        'TooManyParties',
        'InvalidForm',
        'EngineLimit',
      ],
    },
    async (c, { body }) => {
      const opened = await openWhereOpen(ports, c.get('viewer'), body, idempotencyOf(c, ports.ids, body));
      if (!opened) return problem(c, 'NotFound');
      if (isRefusal(opened)) return refusalProblem(c, opened);
      c.header('Location', `/api/v1/cases/${opened.id}`);
      return c.json(opened, 201);
    },
  );
}

const searchQuery = pageQuery.extend({
  stage: z.string().max(100).optional().openapi({ example: 'response' }),
  status: z.enum(['open', 'closed']).optional(),
  assignee: z.string().max(200).optional().openapi({ description: "A user's id, or `me`." }),
  overdue: z.enum(['true', 'false']).optional().openapi({
    description: "`true`: those past their stage's target or the date of their oldest task. `false`: all others.",
  }),
  work: z.enum(['me']).optional().openapi({
    description:
      '`me`: those in which the tribunal has something open for you: in its registry, or in a case given to you.',
  }),
  q: z.string().max(200).optional().openapi({ description: "Words in the reference or in a party's name." }),
});

function addList(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/cases',
      name: 'listCases',
      group: GROUP,
      summary: 'List the cases that you may see',
      description: "The tribunal's for its staff; their own for everyone else. Newest first.",
      access: 'user',
      query: searchQuery,
      answers: { 200: jsonAnswer('A page of cases, without their answers.', pageOf(caseSummarySchema)) },
    },
    async (c, { query: { limit, cursor, overdue, ...search } }) => {
      const wanted = { ...search, ...(overdue === undefined ? {} : { overdue: overdue === 'true' }) };
      return listCasesEverywhere(ports, c.get('viewer'), wanted, { limit, cursor }, c.get('language'));
    },
  );
}

function addReading(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/cases/{id}',
      name: 'readCase',
      group: GROUP,
      summary: 'Read a case',
      access: 'user',
      params: idParams,
      answers: { 200: jsonAnswer('The case, less what you may not see.', caseSchema) },
      problems: ['NotFound'],
    },
    async (c, { params: { id } }) => {
      const found = await readCase(ports, c.get('viewer'), id, c.get('language'));
      return found ?? problem(c, 'NotFound');
    },
  );
}

function addActions(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/cases/{id}/actions',
      name: 'listActions',
      group: GROUP,
      summary: 'List what you can do in a case now',
      description:
        'Each with the JSON Schema of what it takes as `data`, its fee, and the deadline that runs out without it.',
      access: 'user',
      params: idParams,
      answers: { 200: jsonAnswer('What you can do, in the order of the process.', z.array(actionSchema)) },
      problems: ['NotFound'],
    },
    (c, { params: { id } }) => {
      const actions = listActions(ports, c.get('viewer'), id, c.get('language'));
      return actions ?? problem(c, 'NotFound');
    },
  );
}
