import type { Decision } from '../../domain/decision.ts';
import type { Fact } from '../../domain/fact.ts';
import { effectsOfNotice } from '../projections/effects-of-notice.ts';
import { participantRows } from '../projections/participant-rows.ts';
import {
  assignmentRow,
  conflictRow,
  deadlineRow,
  decisionRow,
  documentRow,
  feeRow,
  messageRow,
  noticeRow,
  offerRow,
  orderRow,
  publishedColumns,
  reminderRows,
  taskRow,
} from '../projections/recorded-rows.ts';

type Row = Record<string, unknown>;

/** The tables whose rows the journal accounts for. */
export const ACCOUNTED_TABLES = [
  'participants',
  'assignments',
  'conflicts',
  'deadlines',
  'reminders',
  'notices',
  'documents',
  'messages',
  'offers',
  'orders',
  'decisions',
  'tasks',
  'fees',
  'outbox',
] as const;
export type AccountedTable = (typeof ACCOUNTED_TABLES)[number];

/** Table → key of a row → the columns that the journal accounts for. */
export type ExpectedRows = Readonly<Record<AccountedTable, Map<string, Row>>>;

type Account = {
  readonly [K in Fact['kind']]: (
    rows: ExpectedRows,
    fact: Extract<Fact, { kind: K }>,
    of: Decision,
    openingHash: string,
  ) => void;
};

/** What a case's tables should hold after these decisions: the projections of `save`, told again in memory. */
export function expectedRows(decisions: readonly Decision[], openingHash: string): ExpectedRows {
  const rows = Object.fromEntries(ACCOUNTED_TABLES.map((table) => [table, new Map()])) as unknown as ExpectedRows;
  for (const decision of decisions) {
    for (const fact of decision.facts)
      (ACCOUNT[fact.kind] as Account['NoticeSent'])(rows, fact as never, decision, openingHash);
  }
  const last = decisions.at(-1);
  if (last) {
    for (const row of participantRows(last.next)) rows.participants.set(rowKey('participants', row), row);
    for (const row of rows.assignments.values()) row.caseStatus = last.next.status;
  }
  return rows;
}

/** By what a row of a table is known. */
export function rowKey(table: AccountedTable, row: Row): string {
  if (table === 'participants') return `${row.party}/${row.supporter}`;
  if (table === 'assignments') return `${row.role}/${row.userId}/${row.assignedAt}`;
  if (table === 'conflicts') return String(row.userId);
  if (table === 'reminders') return `${row.deadline}/${row.at}/${row.notice}`;
  return String(table === 'outbox' ? row.key : row.id);
}

const ACCOUNT: Account = {
  NoticeSent(rows, fact, decision) {
    const { readAt: _, ...row } = noticeRow(fact, decision);
    put(rows, 'notices', row);
    for (const { channel, kind } of effectsOfNotice(fact))
      put(rows, 'outbox', { key: `${decision.next.id}/${fact.id}/${channel}`, kind, subject: fact.id });
  },
  DocumentIssued(rows, fact, decision) {
    const { sha256: _, size: __, ...row } = documentRow(fact, decision);
    put(rows, 'documents', row);
    put(rows, 'outbox', { key: `${decision.next.id}/${fact.id}/document`, kind: 'document', subject: fact.id });
  },
  DocumentsFiled(rows, { documents, audience, form }) {
    for (const id of documents) {
      const staysOpen = form !== '' && rows.documents.get(id)?.audience === 'case';
      put(rows, 'documents', { id, audience: staysOpen ? 'case' : audience, origin: 'uploaded', filing: 'filed' });
    }
  },
  DeadlineSet: setDeadline,
  DeadlineExtended: setDeadline,
  DeadlineMoved: setDeadline,
  DeadlineReminded: setDeadline,
  DeadlineEnded(rows, { id, how }, { entry }) {
    Object.assign(rows.deadlines.get(id) ?? {}, { status: how, endedAt: entry.at });
    dropReminders(rows, id);
  },
  FeeMoved: (rows, fact, decision) => put(rows, 'fees', feeRow(fact, decision)),
  TaskOpened: (rows, fact, decision) => put(rows, 'tasks', taskRow(fact, decision)),
  TaskClosed(rows, { id }, { entry }) {
    Object.assign(rows.tasks.get(id) ?? {}, { closedAt: entry.at });
  },
  Assigned: (rows, fact, decision) => put(rows, 'assignments', assignmentRow(fact, decision)),
  Unassigned(rows, { role, userId }, { entry }) {
    for (const row of rows.assignments.values()) {
      if (row.role === role && row.userId === userId && row.endedAt === null) row.endedAt = entry.at;
    }
  },
  ConflictDeclared: (rows, fact, decision) => put(rows, 'conflicts', conflictRow(fact, decision)),
  OfferMade: (rows, fact, decision) => put(rows, 'offers', offerRow(fact, decision)),
  OfferMoved: (rows, fact, decision) => put(rows, 'offers', offerRow(fact, decision)),
  MessagePosted: (rows, fact, decision) => put(rows, 'messages', messageRow(fact, decision)),
  DecisionIssued: (rows, fact, decision) => put(rows, 'decisions', decisionRow(fact, decision)),
  OrderIssued: (rows, fact, decision, openingHash) => put(rows, 'orders', orderRow(fact, decision, openingHash)),
  DecisionPublished(rows, fact, decision) {
    Object.assign(rows.decisions.get(fact.decision) ?? {}, publishedColumns(fact, decision));
  },
  OrderMoved: moveOrder,
  AssignmentWanted: noRow,
  PartyAdded: noRow,
  PartyJoined: noRow,
  PartyServed: noRow,
  SupporterInvited: noRow,
  SupporterChanged: noRow,
  SupporterRevoked: noRow,
  ContactChanged: noRow,
  RoomMoved: noRow,
  CaseClosed: noRow,
};

function noRow(): void {}

function put(rows: ExpectedRows, table: AccountedTable, row: object): void {
  rows[table].set(rowKey(table, row as Row), { ...row });
}

function setDeadline(
  rows: ExpectedRows,
  {
    deadline,
    audience,
  }: Extract<Fact, { kind: 'DeadlineSet' | 'DeadlineExtended' | 'DeadlineMoved' | 'DeadlineReminded' }>,
  decision: Decision,
): void {
  put(rows, 'deadlines', deadlineRow(deadline, audience, decision));
  dropReminders(rows, deadline.id);
  for (const row of reminderRows(deadline, decision)) put(rows, 'reminders', row);
}

/** A decision falls with the order on its paper. */
function moveOrder(
  rows: ExpectedRows,
  { order: id, standing, replacedBy }: Extract<Fact, { kind: 'OrderMoved' }>,
  { entry }: Decision,
): void {
  const moved = rows.orders.get(id);
  if (!moved) return;
  Object.assign(moved, { standing, standingAt: entry.at, replacedBy: replacedBy ?? null });
  const { document } = moved.order as { readonly document: string };
  for (const row of rows.decisions.values())
    if ((row.decision as { readonly document: string }).document === document)
      Object.assign(row, { standing, standingAt: entry.at });
}

function dropReminders(rows: ExpectedRows, deadline: string): void {
  for (const [key, row] of rows.reminders) if (row.deadline === deadline) rows.reminders.delete(key);
}
