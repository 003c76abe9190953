import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { pageOf as pageOfRows } from '../../app/queries/page-of.ts';
import { type PublicationAnswer, publishDraft } from '../../app/workflows/publish-draft.ts';
import { readDraft } from '../../app/workflows/read-draft.ts';
import { listVersions } from '../../app/workflows/read-workflow.ts';
import { saveDraft } from '../../app/workflows/save-draft.ts';
import { onceOnly } from '../limits/once-only.ts';
import { problem } from '../problems/problem.ts';
import { bodyText } from '../requests/body-text.ts';
import { checked } from '../requests/checked.ts';
import { onlyJson } from '../requests/json-text.ts';
import { limitedBody } from '../requests/limited-body.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams, idSchema, instantSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { pageOf, shortListQuery } from './schemas/pages.ts';
import { problemOfDefinitionSchema } from './schemas/problem-of-definition-schema.ts';

const GROUP = 'Administering workflows';
const MAX_DRAFT_BYTES = 1024 * 1024;

const draftSchema = z
  .strictObject({
    id: z.string(),
    json: z.string().openapi({ description: 'The definition, character for character as it was sent.' }),
    sha256: z.string(),
    savedBy: idSchema,
    savedAt: instantSchema,
    proposal: z.strictObject({ by: idSchema, at: instantSchema, opensFrom: instantSchema }).nullable(),
  })
  .openapi('Draft');
const savedDraftSchema = z
  .strictObject({ draft: draftSchema, problems: z.array(problemOfDefinitionSchema) })
  .openapi('SavedDraft');

/** Drafts and their publication: two administrators make a version. */
export function workflowDraftRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addReading(app, ports);
  addSaving(app, ports);
  addVersions(app, ports);
  addPublication(app, ports);
  return app;
}

function addReading(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/workflows/{id}/draft',
      name: 'readDraft',
      group: GROUP,
      summary: 'Read the draft of the next version',
      access: 'user',
      params: idParams,
      answers: { 200: jsonAnswer('The draft.', draftSchema) },
      problems: ['NotFound'],
    },
    (c, { params: { id } }) => {
      const draft = readDraft(ports, c.get('viewer'), id);
      return draft ?? problem(c, 'NotFound');
    },
  );
}

function addSaving(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'put',
      path: '/workflows/{id}/draft',
      name: 'saveDraft',
      group: GROUP,
      summary: 'Save the draft of the next version',
      description: 'Send the definition as it is. One with problems is kept: it is work in progress.',
      access: 'user',
      isIdempotent: true,
      params: idParams,
      middleware: [checked(onlyJson), limitedBody(MAX_DRAFT_BYTES)],
      otherBody: { type: 'application/json', schema: { $ref: '#/components/schemas/Definition' } },
      answers: { 200: jsonAnswer('The draft, and what the checker says of it.', savedDraftSchema) },
      problems: ['NotFound', 'NotADefinition', 'OtherWorkflow'],
    },
    async (c, { params: { id } }) => {
      const text = await bodyText(c);
      if (text instanceof Response) return text;
      return onceOnly(ports, c, text, async () => {
        const saved = await saveDraft(ports, c.get('viewer'), id, text);
        if (!saved) return problem(c, 'NotFound');
        if (saved.kind === 'saved') return c.json({ draft: saved.draft, problems: saved.problems });
        return problem(c, saved.reason, { errors: asErrors(saved.problems) });
      });
    },
  );
}

const MAX_ERRORS = 100;

function asErrors(problems: readonly { readonly path: string; readonly message: string }[]) {
  return problems.slice(0, MAX_ERRORS).map(({ path, message }) => ({ path, message }));
}

const versionSummarySchema = z
  .strictObject({
    id: z.string(),
    version: z.number().int(),
    sha256: z.string(),
    publishedAt: instantSchema,
    opensFrom: instantSchema,
    publishedBy: z.string(),
    approvedBy: z.string().nullable(),
  })
  .openapi('VersionSummary');

function addVersions(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/workflows/{id}/versions',
      name: 'listVersions',
      group: GROUP,
      summary: 'List the versions of a workflow and who answers for each',
      access: 'user',
      params: idParams,
      query: shortListQuery,
      answers: { 200: jsonAnswer('A page, newest first.', pageOf(versionSummarySchema)) },
      problems: ['NotFound'],
    },
    (c, { params: { id }, query }) => {
      const versions = listVersions(ports, c.get('viewer'), id);
      return versions ? pageOfRows(versions, query, ({ version }) => `${version}`) : problem(c, 'NotFound');
    },
  );
}

const proposedSchema = z
  .strictObject({
    id: z.string(),
    sha256: z.string(),
    opensFrom: instantSchema,
    missing: z.array(z.literal('approval')),
  })
  .openapi('ProposedPublication');
const publishedSchema = z
  .strictObject({ id: z.string(), version: z.number().int(), sha256: z.string(), opensFrom: instantSchema })
  .openapi('Publication');

const publicationSchema = z
  .strictObject({
    opensFrom: z.iso.datetime({ offset: true }).optional().openapi({
      description: 'New cases use the version from then on. Default: as soon as it is published.',
      example: '2026-04-01T07:00:00Z',
    }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .openapi({ description: 'Of the draft that you have read; another one is then refused.' }),
  })
  .openapi('NewPublication');

function addPublication(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'post',
      path: '/workflows/{id}/publications',
      name: 'publishDraft',
      group: GROUP,
      summary: 'Propose or approve that the draft be published',
      description: 'The first administrator proposes; the word of another one publishes the very same bytes.',
      access: 'user',
      isIdempotent: true,
      params: idParams,
      body: publicationSchema,
      answers: {
        201: jsonAnswer('Published: the next version.', publishedSchema),
        202: jsonAnswer("Proposed: another administrator's word is missing.", proposedSchema),
      },
      problems: ['NotFound', 'HasErrors', 'ScenariosFail', 'SamePerson', 'DraftChanged', 'OtherDate'],
    },
    (c, { params: { id }, body }) =>
      onceOnly(ports, c, body, async () => {
        const answer = await publishDraft(ports, c.get('viewer'), id, body);
        return answer ? publicationAnswer(c, answer) : problem(c, 'NotFound');
      }),
  );
}

function publicationAnswer(c: Context<WebEnv>, answer: PublicationAnswer): Response {
  const { kind, ...rest } = answer;
  if (kind === 'proposed') return c.json(rest, 202);
  if (kind === 'published') return c.json(rest, 201);
  switch (answer.reason) {
    case 'HasErrors':
      return problem(c, 'HasErrors', { errors: asErrors(answer.problems) });
    case 'ScenariosFail':
      return problem(c, 'ScenariosFail', { facts: { failed: answer.failed.slice(0, MAX_ERRORS) } });
    case 'SamePerson':
      return problem(c, 'SamePerson');
    case 'DraftChanged':
      return problem(c, 'DraftChanged', { facts: { sha256: answer.sha256 } });
    case 'OtherDate':
      return problem(c, 'OtherDate', { facts: { opensFrom: answer.opensFrom } });
  }
}
