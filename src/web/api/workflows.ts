import { OpenAPIHono, z } from '@hono/zod-openapi';
import { listWorkflows } from '../../app/workflows/list-workflows.ts';
import { readWorkflow, readWorkflowVersion } from '../../app/workflows/read-workflow.ts';
import { invalidInput } from '../invalid-input.ts';
import { problem } from '../problem.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams, instantSchema, textSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { pageOf } from './schemas/pages.ts';

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
  const app = new OpenAPIHono<WebEnv>({ defaultHook: invalidInput });
  addList(app, ports);
  addCurrent(app, ports);
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
      answers: { 200: jsonAnswer('All of them.', pageOf(workflowSchema)) },
    },
    (c) => c.json({ items: listWorkflows(ports), next: null }),
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
      return found ? c.json(found) : problem(c, 'NotFound');
    },
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
      return found ? c.json(found) : problem(c, 'NotFound');
    },
  );
}
