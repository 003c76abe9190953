import type { assignments, conflicts } from '../../../db/schema/cases.ts';
import type { deadlines, reminders } from '../../../db/schema/deadlines.ts';
import type { decisions, orders } from '../../../db/schema/decisions.ts';
import type { documents } from '../../../db/schema/documents.ts';
import type { fees } from '../../../db/schema/fees.ts';
import type { notices } from '../../../db/schema/notices.ts';
import type { messages, offers } from '../../../db/schema/talks.ts';
import type { tasks } from '../../../db/schema/tasks.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Fact } from '../../domain/fact.ts';
import { publicDecisionOf } from '../../domain/texts/public-decision-of.ts';
import { expiresAt } from '../../domain/time/expires-at.ts';
import { utcInstant } from '../../domain/utc-instant.ts';
import type { NewRow } from '../database/prepared-insert.ts';
import { orderCodeOf } from '../order-code-of.ts';

/** The rows that facts become when they are recorded; pure, so that `verifyRegistry` can say what should stand there. */

type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

export function deadlineRow(
  deadline: Deadline,
  audience: FactOf<'DeadlineSet'>['audience'],
  { next }: Decision,
): NewRow<typeof deadlines> {
  return {
    id: deadline.id,
    caseId: next.id,
    audience,
    status: 'open',
    endedAt: null,
    expiresAt: utcInstant(expiresAt(deadline.dueAt)),
    deadline,
  };
}

export function reminderRows(deadline: Deadline, { next }: Decision): NewRow<typeof reminders>[] {
  return deadline.reminders.map(({ at, notice }) => ({
    deadline: deadline.id,
    caseId: next.id,
    at: utcInstant(at),
    notice,
  }));
}

export function noticeRow(
  { kind: _, ...notice }: FactOf<'NoticeSent'>,
  { entry, next }: Decision,
): NewRow<typeof notices> {
  return { id: notice.id, caseId: next.id, audience: notice.audience, sentAt: entry.at, readAt: null, notice };
}

export function documentRow(fact: FactOf<'DocumentIssued'>, { entry, next }: Decision): NewRow<typeof documents> {
  return {
    id: fact.id,
    caseId: next.id,
    audience: fact.audience,
    origin: 'issued',
    document: fact.document,
    title: fact.content.title,
    filename: `${next.reference}-${fact.document}.pdf`,
    mime: 'application/pdf',
    size: null,
    sha256: null,
    content: fact.content,
    uploadedBy: null,
    party: null,
    filing: null,
    createdAt: entry.at,
    quarantine: null,
    heldFor: null,
  };
}

export function messageRow(
  { kind: _, ...message }: FactOf<'MessagePosted'>,
  { entry, next }: Decision,
): NewRow<typeof messages> {
  return { ...message, caseId: next.id, at: entry.at };
}

/** Offers are made in the without-prejudice room, and stay there. */
export function offerRow({ offer }: FactOf<'OfferMade' | 'OfferMoved'>, { next }: Decision): NewRow<typeof offers> {
  return { id: offer.id, caseId: next.id, audience: 'room', offer };
}

export function orderRow(
  { kind: _, ...order }: FactOf<'OrderIssued'>,
  { entry, next }: Decision,
  openingHash: string,
): NewRow<typeof orders> {
  const standing = { standing: 'in-force' as const, standingAt: null, replacedBy: null };
  const code = orderCodeOf(openingHash, order.id);
  return { id: order.id, caseId: next.id, at: entry.at, order, ...standing, code };
}

const UNPUBLISHED = { publishedOn: null, type: null, outcome: null, publicOrder: null };

export function decisionRow(
  { kind: _, ...decision }: FactOf<'DecisionIssued'>,
  { entry, next }: Decision,
): NewRow<typeof decisions> {
  const unpublished = { publishedTitle: null, publishedSummary: null, publishedAt: null, ...UNPUBLISHED };
  const standing = { standing: 'in-force' as const, standingAt: null };
  return { id: decision.id, caseId: next.id, at: entry.at, decision, ...unpublished, ...standing };
}

export function taskRow(
  { id, task, queue, title, priority, dueAt }: FactOf<'TaskOpened'>,
  { entry, next }: Decision,
): NewRow<typeof tasks> {
  return {
    id,
    caseId: next.id,
    task,
    queue,
    title,
    priority,
    openedAt: entry.at,
    dueAt: dueAt ?? null,
    closedAt: null,
    caseOpenedAt: next.openedAt,
  };
}

export function feeRow({ kind: _, ...movement }: FactOf<'FeeMoved'>, { entry, next }: Decision): NewRow<typeof fees> {
  return { id: movement.id, caseId: next.id, at: entry.at, movement };
}

export function assignmentRow(fact: FactOf<'Assigned'>, { entry, next }: Decision): NewRow<typeof assignments> {
  return {
    caseId: next.id,
    role: fact.role,
    userId: fact.userId,
    assignedAt: entry.at,
    endedAt: null,
    openedAt: next.openedAt,
    caseStatus: next.status,
  };
}

export function conflictRow(fact: FactOf<'ConflictDeclared'>, { entry, next }: Decision): NewRow<typeof conflicts> {
  return { caseId: next.id, userId: fact.userId, reason: fact.reason, at: entry.at };
}

/** What publishing adds to a decision's row. */
export function publishedColumns(fact: FactOf<'DecisionPublished'>, decision: Decision) {
  const { order: publicOrder, ...more } = publicDecisionOf(fact, decision);
  const { title, summary } = fact;
  return {
    publishedTitle: title,
    publishedSummary: summary,
    publishedAt: decision.entry.at,
    publicOrder,
    ...more,
  };
}
