import { OpenAPIHono, z } from '@hono/zod-openapi';
import { migrateEverywhere } from '../../app/registries/migrate-everywhere.ts';
import { readMigration } from '../../app/workflows/approve-migration.ts';
import type { MigratedCase } from '../../app/workflows/migrate-cases.ts';
import { onceOnly } from '../limits/once-only.ts';
import { problem } from '../problems/problem.ts';
import { PROBLEMS } from '../problems/problems.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams, idSchema, instantSchema } from './schemas/common.ts';
import { jsonAnswer } from './schemas/json-answer.ts';
import { pageOf } from './schemas/pages.ts';

const version = z.number().int().min(1);
const map = z.record(z.string().max(200), z.string().max(200));

const migrationSchema = z
  .strictObject({
    from: version,
    to: version,
    dryRun: z.boolean().default(true).openapi({ description: 'Only say what would become of each case. The default.' }),
    states: map.default({}).openapi({
      description: 'Old state path → new one; `role:path` for a party’s. What is not named keeps its path.',
      example: { 'intake.review': 'intake.examination' },
    }),
    fields: map.default({}).openapi({ description: 'Old `form.field` → new one.' }),
    recompute: z.array(z.string().max(64)).max(200).default([]).openapi({
      description: 'Deadlines to count anew by the new rule. The others run on as people were told.',
    }),
    limit: z.number().int().min(1).max(1_000).default(100),
    cursor: z.string().max(200).optional(),
  })
  .openapi('NewMigration');

const names = z.array(z.string());
const migratedSchema = z
  .strictObject({
    id: idSchema,
    reference: z.string(),
    from: z.string(),
    to: z.string().nullable().openapi({ description: 'Null: the case cannot move.' }),
    refused: z.string().optional().openapi({ description: 'Why it cannot.' }),
    deadlines: z.strictObject({ kept: names, moved: names, started: names, dropped: names }),
  })
  .openapi('MigratedCase');

const proposalSchema = z
  .strictObject({
    from: version,
    to: version,
    states: map,
    fields: map,
    recompute: z.array(z.string()),
    by: idSchema,
    at: instantSchema,
    approvedBy: idSchema.nullable().openapi({ description: 'Null: another administrator’s word is missing.' }),
  })
  .openapi('Migration');

const GROUP = 'Administering workflows';

/** Moving open cases to another version of their workflow: two administrators ask for it. */
export function workflowMigrationRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>();
  addReading(app, ports);
  addMoving(app, ports);
  return app;
}

function addReading(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'get',
      path: '/workflows/{id}/migrations',
      name: 'readMigration',
      group: GROUP,
      summary: 'Read how open cases are to move, and who wants it',
      access: 'user',
      params: idParams,
      answers: { 200: jsonAnswer('What was last proposed for the workflow, approved or not.', proposalSchema) },
      problems: ['NotFound'],
    },
    (c, { params: { id } }) => {
      const proposal = readMigration(ports, c.get('viewer'), id);
      return proposal ?? problem(c, 'NotFound');
    },
  );
}

function addMoving(app: OpenAPIHono<WebEnv>, ports: WebPorts): void {
  route(
    app,
    {
      method: 'post',
      path: '/workflows/{id}/migrations',
      name: 'migrateCases',
      group: GROUP,
      summary: 'Move open cases to another version, or rehearse it',
      description:
        'Looks at up to `limit` cases and says of each where it goes and what becomes of its deadlines; goes on from `next`. With `dryRun` false the first administrator proposes; the word of another, for the same versions and maps, begins to move them, and either goes on. Run again after an interruption: what has moved is passed over.',
      access: 'user',
      isIdempotent: true,
      params: idParams,
      body: migrationSchema,
      answers: {
        200: jsonAnswer('What became, or would become, of each case.', pageOf(migratedSchema)),
        202: jsonAnswer("Proposed: another administrator's word is missing, and nothing has moved.", proposalSchema),
      },
      problems: ['NotFound', 'SamePerson'],
    },
    (c, { params: { id }, body }) =>
      onceOnly(ports, c, body, async () => {
        const migration = await migrateEverywhere(ports, c.get('viewer'), id, body);
        if (!migration) return problem(c, 'NotFound');
        if (migration.kind === 'proposed') return c.json(migration.proposal, 202);
        if (migration.kind === 'refused') return problem(c, migration.reason);
        return c.json({ items: migration.items.map(shown), next: migration.next });
      }),
  );
}

function shown({ refused, ...rest }: MigratedCase) {
  return refused ? { ...rest, refused: `${PROBLEMS[refused.refused].title} (${JSON.stringify(refused.facts)})` } : rest;
}
