import { OpenAPIHono, z } from '@hono/zod-openapi';
import { migrateEverywhere } from '../../app/registries/migrate-everywhere.ts';
import type { MigratedCase } from '../../app/workflows/migrate-cases.ts';
import { invalidInput } from '../invalid-input.ts';
import { problem } from '../problem.ts';
import { PROBLEMS } from '../problems.ts';
import { route } from '../route.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { idParams, idSchema } from './schemas/common.ts';
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

/** Moving open cases to another version of their workflow. */
export function workflowMigrationRoutes(ports: WebPorts): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>({ defaultHook: invalidInput });
  route(
    app,
    {
      method: 'post',
      path: '/workflows/{id}/migrations',
      name: 'migrateCases',
      group: 'Administering workflows',
      summary: 'Move open cases to another version, or rehearse it',
      description:
        'Looks at up to `limit` cases and says of each where it goes and what becomes of its deadlines; goes on from `next`. Run again after an interruption: what has moved is passed over.',
      access: 'user',
      params: idParams,
      body: migrationSchema,
      answers: { 200: jsonAnswer('What became, or would become, of each case.', pageOf(migratedSchema)) },
      problems: ['NotFound'],
    },
    async (c, { params: { id }, body }) => {
      const migration = await migrateEverywhere(ports, c.get('viewer'), id, body);
      if (!migration) return problem(c, 'NotFound');
      return c.json({ items: migration.items.map(shown), next: migration.next });
    },
  );
  return app;
}

function shown({ refused, ...rest }: MigratedCase) {
  return refused ? { ...rest, refused: `${PROBLEMS[refused.refused].title} (${JSON.stringify(refused.facts)})` } : rest;
}
