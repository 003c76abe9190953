import { OpenAPIHono, z } from '@hono/zod-openapi';
import { howLong } from '../../app/queries/how-long.ts';
import { pageOf as pageOfRows } from '../../app/queries/page-of.ts';
import { listWorkflows } from '../../app/workflows/list-workflows.ts';
import { readWorkflow, readWorkflowVersion } from '../../app/workflows/read-workflow.ts';
import { OUTCOMES } from '../../domain/definition/action-schema.ts';
import { problem } from '../problems/problem.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams, instantSchema, textSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { pageOf, shortListQuery } from './schemas/pages.ts';

const GROUP = 'Workflows';

const workflowSchema = z
  .strictObject({
    id: z.string().openapi({ example: 'small-claims' }),
    title: textSchema,
    version: z.number().int(),
    opens: z
      .array(z.string())
      .optional()
      .openapi({
        description: 'Roles of the tribunal that open its cases. Absent: anyone who is signed in.',
        example: ['registrar'],
      }),
    hasExplorer: z
      .literal(true)
      .optional()
      .openapi({ description: 'It has questions before any claim: the `explorer` of its definition.' }),
  })
  .openapi('Workflow');

const definitionSchema = z.record(z.string(), z.unknown()).openapi('Definition', {
  description: 'A workflow definition, format 1; `workflows/workflow.schema.json` is its schema.',
});

const workflowVersionSchema = z
  .strictObject({
    id: z.string(),
    version: z.number().int(),
    sha256: z.string().openapi({ description: 'Of the JSON as it was published.' }),
    publishedAt: instantSchema,
    opensFrom: instantSchema,
    definition: definitionSchema,
  })
  .openapi('WorkflowVersion', { description: 'A published version; it never changes.' });

/** The processes that cases can be opened in, for anyone to read. */
export function workflowRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addList(app, ports);
  addCurrent(app, ports);
  addDurations(app, ports);
  addVersion(app, ports);
  return app;
}

function addList(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/workflows',
      name: 'listWorkflows',
      group: GROUP,
      summary: 'List the processes that a case can be opened in',
      access: 'anyone',
      query: shortListQuery,
      answers: { 200: jsonAnswer('A page; mostly all of them.', pageOf(workflowSchema)) },
    },
    (_, { query }) => pageOfRows(listWorkflows(ports), query, ({ id }) => id),
  );
}

function addCurrent(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/workflows/{id}',
      name: 'readWorkflow',
      group: GROUP,
      summary: 'Read the version that new cases use now',
      access: 'anyone',
      params: idParams,
      answers: { 200: jsonAnswer('The version.', workflowVersionSchema) },
      problems: ['NotFound'],
    },
    (c, { params: { id } }) => {
      const found = readWorkflow(ports, id);
      return found ?? problem(c, 'NotFound');
    },
  );
}

const durationSchema = z
  .strictObject({
    outcome: z
      .enum(OUTCOMES)
      .optional()
      .openapi({ description: 'How they ended. Absent: all together, where no ending has cases enough.' }),
    cases: z.number().int(),
    half: z.number().int().openapi({ description: 'Days after which half of them had ended.' }),
    most: z.number().int().openapi({ description: 'Days after which eight in ten had.' }),
  })
  .openapi('Duration');

function addDurations(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  const figures = howLong(ports);
  route(
    app,
    {
      method: 'get',
      path: '/workflows/{id}/durations',
      name: 'listDurations',
      group: GROUP,
      summary: 'Read how long cases took',
      description:
        'Of the newest 1,000 endings in each registry, from opening to end; renewed at most once an hour. An ending with fewer than ten cases is left out.',
      access: 'anyone',
      params: idParams,
      query: shortListQuery,
      answers: { 200: jsonAnswer('By how they ended, the most frequent first.', pageOf(durationSchema)) },
      problems: ['NotFound'],
    },
    async (c, { params: { id }, query }) =>
      readWorkflow(ports, id)
        ? pageOfRows(await figures(id), query, ({ outcome }) => outcome ?? 'all')
        : problem(c, 'NotFound'),
  );
}

function addVersion(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  const version = z.coerce.number({ error: 'Give a whole number.' }).int().min(1).max(1_000_000);
  route(
    app,
    {
      method: 'get',
      path: '/workflows/{id}/versions/{version}',
      name: 'readWorkflowVersion',
      group: GROUP,
      summary: 'Read one version',
      access: 'anyone',
      params: idParams.extend({ version }),
      answers: { 200: jsonAnswer('The version.', workflowVersionSchema) },
      problems: ['NotFound'],
    },
    (c, { params: { id, version } }) => {
      const found = readWorkflowVersion(ports, id, version);
      return found ?? problem(c, 'NotFound');
    },
  );
}
