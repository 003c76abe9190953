import { may } from '../../domain/access/authority.ts';
import { type CaseScope, caseScope } from '../../domain/access/case-scope.ts';
import { TASKS_APART } from '../../domain/access/may-see-task.ts';
import { ownTasks } from '../../domain/access/own-tasks.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { type CaseView, caseView } from '../case-view.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { CaseFilter, RegistryReads, WorkOf } from '../ports/registry.ts';
import type { CaseRow } from '../ports/rows.ts';
import type { QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';

/** What is looked for among the cases that a viewer may see. */
export interface CaseSearch {
  readonly stage?: string | undefined;
  readonly status?: 'open' | 'closed' | undefined;
  /** A user's id, or `me`. */
  readonly assignee?: string | undefined;
  /** Those past their stage's target or the date of their oldest task; or, false, all others. */
  readonly overdue?: boolean | undefined;
  /** Those in which the viewer has something to do for the tribunal. */
  readonly work?: 'me' | undefined;
  /** Words in the reference or in a party's name. */
  readonly q?: string | undefined;
}

/** A case in a list: all but the answers, and what their amounts are in. */
export type CaseSummary = Omit<CaseView, 'data' | 'currency'> & {
  /** For the tribunal: when it should have moved on. Instant (UTC). */
  readonly dueBy?: string;
};

/** The cases that a viewer may see, newest first: the tribunal's for its staff, their own for everyone else. */
export function listCases(
  ports: QueryPorts,
  viewer: Viewer,
  search: CaseSearch,
  page: PageRequest,
  language: string,
): Page<CaseSummary> {
  const scope = caseScope(viewer);
  const isWorkOfNobody = search.work !== undefined && scope.kind !== 'staff';
  if (!may(viewer, 'case.list', undefined) || isWorkOfNobody) return { items: [], next: null };
  return ports.registry.read((reads) =>
    summaries(ports, reads, viewer, scope, filterOf(ports, viewer, search), page, language),
  );
}

function filterOf(
  { clock }: QueryPorts,
  viewer: Viewer,
  { assignee, overdue, work, ...filter }: CaseSearch,
): CaseFilter {
  const me = viewer.kind === 'user' ? viewer.userId : undefined;
  return {
    ...filter,
    ...(work && viewer.kind === 'user' ? { work: workOf(viewer) } : {}),
    ...(assignee === undefined ? {} : { assignee: assignee === 'me' ? me : assignee }),
    ...(overdue === undefined ? {} : { [overdue ? 'overdueAt' : 'inTimeAt']: clock.now() }),
  };
}

/** Who may come to decide is not told of all work: for them it is left out before pages are cut. */
function workOf({ userId, roles }: Extract<Viewer, { kind: 'user' }>): WorkOf {
  return { userId, queues: roles, withoutTasks: roles.includes('member') ? TASKS_APART : [] };
}

/** Cases of a scope as their viewer may see them. The scope only narrows: each case is asked for again. */
export function summaries(
  ports: QueryPorts,
  reads: RegistryReads,
  viewer: Viewer,
  scope: CaseScope,
  filter: CaseFilter,
  page: PageRequest,
  language: string,
): Page<CaseSummary> {
  const { items, next } = reads.cases(scope, filter, page);
  const isAskedFor = ({ id }: CaseRow) => filter.work === undefined || hasWork(reads, viewer, id);
  return { items: items.filter(isAskedFor).flatMap((row) => summary(ports, reads, viewer, row, language)), next };
}

function hasWork(reads: RegistryReads, viewer: Viewer, caseId: string): boolean {
  const caseFile = caseFor(reads, viewer, caseId);
  return caseFile !== undefined && ownTasks(viewer, caseFile).length > 0;
}

function summary(
  ports: QueryPorts,
  reads: RegistryReads,
  viewer: Viewer,
  row: CaseRow,
  language: string,
): CaseSummary[] {
  const caseFile = caseFor(reads, viewer, row.id);
  if (!caseFile) return [];
  const whole = caseView(ports.definitionOf(caseFile.workflow), caseFile, viewer, language);
  const { data: _, currency: __, parties, ...view } = whole;
  const isTimed = row.dueBy !== null && may(viewer, 'task.read', caseFile);
  const named = parties.map(({ id, role, name, state }) => ({ id, role, name, state }));
  return [{ ...view, parties: named, ...(isTimed && row.dueBy ? { dueBy: row.dueBy } : {}) }];
}
