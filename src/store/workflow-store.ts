import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { workflowDrafts, workflowVersions } from '../../db/schema/workflows.ts';
import type { WorkflowReads, WorkflowVersionRow, WorkflowWrites } from '../app/ports/workflows.ts';
import { preparedInsert } from './database/prepared-insert.ts';
import type { Drizzle } from './database/registry-database.ts';
import { sharedCounter } from './shared-counter.ts';

type StoredVersion = typeof workflowVersions.$inferSelect;

/** Published versions, which never change, and the one draft of each workflow. */
export function workflowStore(db: Drizzle): WorkflowReads & WorkflowWrites {
  const find = workflowQueries(db);
  const insertVersion = preparedInsert(db, workflowVersions);
  const insertDraft = preparedInsert(db, workflowDrafts);
  const countShared = sharedCounter(db);
  const deleteDraft = db
    .delete(workflowDrafts)
    .where(eq(workflowDrafts.id, sql.placeholder('id')))
    .prepare();

  return {
    workflows: () => find.latest.all(),
    workflowVersion: (id, version) => versionRow(find.version.get({ id, version })),
    currentWorkflow: (id, at) => find.current.get({ id, at }),
    workflowDraft: (id) => find.draft.get({ id }),
    putDraft(draft) {
      deleteDraft.run({ id: draft.id });
      insertDraft(draft);
    },
    deleteDraft: (id) => void deleteDraft.run({ id }),
    insertVersion(row) {
      insertVersion({ ...row, title: titleIn(row.json) });
      countShared();
    },
  };
}

function titleIn(json: string): StoredVersion['title'] {
  return (JSON.parse(json) as { readonly title: StoredVersion['title'] }).title;
}

function versionRow(stored: StoredVersion | undefined): WorkflowVersionRow | undefined {
  if (!stored) return undefined;
  const { title: _, ...row } = stored;
  return row;
}

function workflowQueries(db: Drizzle) {
  const ofId = eq(workflowVersions.id, sql.placeholder('id'));
  return {
    latest: db
      .select({ id: workflowVersions.id, title: workflowVersions.title, latestVersion: workflowVersions.version })
      .from(workflowVersions)
      .where(
        sql`${workflowVersions.version} = (select max(newest.version) from workflow_versions newest where newest.id = ${workflowVersions.id})`,
      )
      .orderBy(workflowVersions.id)
      .prepare(),
    version: db
      .select()
      .from(workflowVersions)
      .where(and(ofId, eq(workflowVersions.version, sql.placeholder('version'))))
      .prepare(),
    current: db
      .select({ id: workflowVersions.id, version: workflowVersions.version })
      .from(workflowVersions)
      .where(and(ofId, lte(workflowVersions.opensFrom, sql.placeholder('at'))))
      .orderBy(desc(workflowVersions.version))
      .limit(1)
      .prepare(),
    draft: db
      .select()
      .from(workflowDrafts)
      .where(eq(workflowDrafts.id, sql.placeholder('id')))
      .prepare(),
  };
}
