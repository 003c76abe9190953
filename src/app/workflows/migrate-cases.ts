import { may } from '../../domain/access/authority.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { decide } from '../../domain/decide/decide.ts';
import type { Decision } from '../../domain/decision.ts';
import { ENGINE_REVISION } from '../../domain/engine-revision.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { statePath } from '../../domain/statechart.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { decideAndSave } from '../decide-and-save.ts';
import type { Ports } from '../ports/ports.ts';
import type { MigrationPlan } from './approve-migration.ts';

export interface MigrationRequest extends MigrationPlan {
  /** Only say what would become of each case. */
  readonly dryRun: boolean;
  /** Cases looked at in one go, and where to go on. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What became, or would become, of one case. Deadlines by name. */
export interface MigratedCase {
  readonly id: string;
  readonly reference: string;
  readonly from: string;
  /** Null: it cannot move, and `refused` says why. */
  readonly to: string | null;
  readonly refused?: Refusal;
  readonly deadlines: {
    readonly kept: readonly string[];
    readonly moved: readonly string[];
    readonly started: readonly string[];
    readonly dropped: readonly string[];
  };
}

export interface Migration {
  readonly items: readonly MigratedCase[];
  readonly next: string | null;
}

type Engine = Pick<Ports, 'registry' | 'clock' | 'ids' | 'processOf'>;

/**
 * Moves the open cases of one version of a workflow to another, one journal entry a case: or, as a dry run, says where
 * each would land. It can be stopped and gone on with at any time: a case that has moved is no longer of the old version.
 * That two administrators want it is asked before (`approveMigration`). Undefined for who is no administrator, or when there is no such version.
 */
export async function migrateCases(
  engine: Engine,
  viewer: Viewer,
  workflow: string,
  request: MigrationRequest,
): Promise<Migration | undefined> {
  if (viewer.kind === 'stranger' || !may(viewer, 'workflow.publish', undefined)) return undefined;
  const to = { id: workflow, version: request.to };
  const ids = engine.registry.read((reads) => {
    const isKnown = reads.workflowVersion(workflow, request.from) && reads.workflowVersion(workflow, request.to);
    return isKnown ? reads.caseIds(request.cursor ?? '', request.limit) : undefined;
  });
  if (!ids) return undefined;
  const isMeant = (theCase: CaseFile | undefined): theCase is CaseFile =>
    theCase?.status === 'open' && theCase.workflow.id === workflow && theCase.workflow.version === request.from;
  const moved = await Promise.all(ids.map((id) => moveOne(engine, viewer.userId, id, to, request, isMeant)));
  return {
    items: moved.filter((one) => one !== undefined),
    next: ids.length === request.limit ? (ids.at(-1) ?? null) : null,
  };
}

async function moveOne(
  engine: Engine,
  userId: string,
  caseId: string,
  to: CaseFile['workflow'],
  request: MigrationRequest,
  isMeant: (theCase: CaseFile | undefined) => theCase is CaseFile,
): Promise<MigratedCase | undefined> {
  const { states, fields, recompute } = request;
  const actor = { kind: 'person', userId, role: 'admin' } as const;
  const command = { kind: 'migrate', actor, to, map: { states, fields, recompute } } as const;
  if (request.dryRun) {
    const theCase = engine.registry.read((reads) => reads.caseFile(caseId));
    if (!isMeant(theCase)) return undefined;
    const stamp = { at: engine.clock.now(), id: engine.ids.newId(), engine: ENGINE_REVISION };
    return outcome(theCase, decide(engine.processOf(to), theCase, command, stamp));
  }
  return engine.registry.commit((tx) => {
    const theCase = tx.caseFile(caseId);
    return isMeant(theCase) ? outcome(theCase, decideAndSave(engine, tx, caseId, command)) : undefined;
  });
}

function outcome(before: CaseFile, decided: Decision | Refusal): MigratedCase {
  const base = { id: before.id, reference: before.reference, from: statePath(before.chart) };
  const none = { kept: [], moved: [], started: [], dropped: [] };
  if (isRefusal(decided)) return { ...base, to: null, refused: decided, deadlines: none };
  const { facts, next } = decided;
  const named = (kind: 'DeadlineMoved' | 'DeadlineSet') =>
    facts.flatMap((fact) => (fact.kind === kind ? [fact.deadline.name] : []));
  const [moved, started] = [named('DeadlineMoved'), named('DeadlineSet')];
  const dropped = facts.flatMap((fact) => (fact.kind === 'DeadlineEnded' ? [fact.name] : []));
  const kept = next.deadlines
    .map(({ name }) => name)
    .filter((name) => !moved.includes(name) && !started.includes(name));
  return { ...base, to: statePath(next.chart), deadlines: { kept, moved, started, dropped } };
}
