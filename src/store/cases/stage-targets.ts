import { and, eq, sql } from 'drizzle-orm';
import { workflowVersions } from '../../../db/schema/workflows.ts';
import type { Drizzle } from '../database/registry-database.ts';
import type { StageTargets } from './case-due-by.ts';

interface Stages {
  readonly stages: readonly { readonly id: string; readonly target?: { readonly days: number } }[];
}

/** The targets that a published version sets for its stages. Versions never change: each is read once. */
export function stageTargets(
  db: Drizzle,
): (workflow: { readonly id: string; readonly version: number }) => StageTargets {
  const known = new Map<string, StageTargets>();
  const find = db
    .select({ json: workflowVersions.json })
    .from(workflowVersions)
    .where(
      and(eq(workflowVersions.id, sql.placeholder('id')), eq(workflowVersions.version, sql.placeholder('version'))),
    )
    .prepare();

  return ({ id, version }) => {
    const key = `${id} ${version}`;
    const targets = known.get(key) ?? read(find.get({ id, version })?.json);
    if (targets) known.set(key, targets);
    return targets ?? {};
  };
}

function read(json: string | undefined): StageTargets | undefined {
  if (json === undefined) return undefined;
  const { stages } = JSON.parse(json) as Stages;
  return Object.fromEntries(stages.flatMap(({ id, target }) => (target ? [[id, target.days]] : [])));
}
