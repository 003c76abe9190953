import { and, eq, isNull, sql } from 'drizzle-orm';
import { assignments, conflicts } from '../../../db/schema/cases.ts';
import { deadlines, reminders } from '../../../db/schema/deadlines.ts';
import { decisions, orders } from '../../../db/schema/decisions.ts';
import { documents } from '../../../db/schema/documents.ts';
import { fees } from '../../../db/schema/fees.ts';
import { notices } from '../../../db/schema/notices.ts';
import { messages, offers } from '../../../db/schema/talks.ts';
import { tasks } from '../../../db/schema/tasks.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Fact } from '../../domain/fact.ts';
import { boundStatement } from '../database/bound-statement.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Drizzle } from '../database/registry-database.ts';
import { letterRemaker } from '../letter-store.ts';
import { registerWriter } from '../register-store.ts';
import { dispatcher } from './dispatch-notice.ts';
import { openingHashes } from './opening-hashes.ts';
import { orderMover } from './order-mover.ts';
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
  reminderRows,
  taskRow,
} from './recorded-rows.ts';

type Projections = { readonly [K in Fact['kind']]: (fact: Extract<Fact, { kind: K }>, decision: Decision) => void };

/** Writes each fact of a decision into its tables: the whole list of what becomes of which fact. */
export function factProjections(db: Drizzle): (decision: Decision) => void {
  const insert = preparedInserts(db);
  const update = preparedUpdates(db);
  const dispatch = dispatcher(db);
  const publish = registerWriter(db);
  const remakeLetters = letterRemaker(db);
  const moveOrder = orderMover(db);
  const openingOf = openingHashes(db);

  const projections: Projections = {
    NoticeSent: (fact, decision) => {
      insert.notice(noticeRow(fact, decision));
      dispatch.notice(fact, decision);
    },
    DocumentIssued: (fact, decision) => {
      insert.document(documentRow(fact, decision));
      dispatch.document(fact, decision);
    },
    DocumentsFiled: ({ documents: ids, audience, form }, { next }) => {
      update.fileDocuments.run({ ids: JSON.stringify(ids), audience, form, caseId: next.id });
    },
    DeadlineSet: ({ deadline, audience }, decision) => {
      insert.deadline(deadlineRow(deadline, audience, decision));
      for (const reminder of reminderRows(deadline, decision)) insert.reminder(reminder);
    },
    DeadlineExtended: ({ deadline, audience }, decision) => moveDeadline(deadline, audience, decision),
    DeadlineMoved: ({ deadline, audience }, decision) => moveDeadline(deadline, audience, decision),
    DeadlineReminded: ({ deadline, audience }, decision) => moveDeadline(deadline, audience, decision),
    DeadlineEnded: ({ id, how }, { entry }) => {
      update.endDeadline.run({ id, status: how, endedAt: entry.at });
      update.dropReminders.run({ deadline: id });
    },
    FeeMoved: (fact, decision) => insert.fee(feeRow(fact, decision)),
    TaskOpened: (fact, decision) => insert.task(taskRow(fact, decision)),
    TaskClosed: ({ id }, { entry }) => void update.closeTask.run({ id, closedAt: entry.at }),
    Assigned: (fact, decision) => insert.assignment(assignmentRow(fact, decision)),
    Unassigned: ({ role, userId }, { entry, next }) => {
      update.endAssignment.run({ caseId: next.id, role, userId, endedAt: entry.at });
    },
    ConflictDeclared: (fact, decision) => insert.conflict(conflictRow(fact, decision)),
    OfferMade: (fact, decision) => insert.offer(offerRow(fact, decision)),
    OfferMoved: moveOffer,
    MessagePosted: (fact, decision) => insert.message(messageRow(fact, decision)),
    DecisionIssued: (fact, decision) => insert.decision(decisionRow(fact, decision)),
    OrderIssued: (fact, decision) => insert.order(orderRow(fact, decision, openingOf(decision.next.id))),
    OrderMoved: moveOrder,
    DecisionPublished: publish,
    AssignmentWanted: isForTheApp,
    PartyAdded: isInTheCaseFile,
    PartyJoined: isInTheCaseFile,
    PartyServed: isInTheCaseFile,
    SupporterInvited: isInTheCaseFile,
    SupporterChanged: isInTheCaseFile,
    SupporterRevoked: isInTheCaseFile,
    ContactChanged: ({ party }, { entry, next }) => remakeLetters(next.id, party, entry.at),
    RoomMoved: isInTheCaseFile,
    CaseClosed: isInTheCaseFile,
  };

  return (decision) => {
    for (const fact of decision.facts) {
      const project = projections[fact.kind] as (fact: Fact, decision: Decision) => void;
      project(fact, decision);
    }
  };

  function moveOffer({ offer }: Extract<Fact, { kind: 'OfferMoved' }>): void {
    update.moveOffer.run({ id: offer.id, offer });
  }

  function moveDeadline(deadline: Deadline, audience: Parameters<typeof deadlineRow>[1], decision: Decision): void {
    update.moveDeadline.run(deadlineRow(deadline, audience, decision));
    update.dropReminders.run({ deadline: deadline.id });
    for (const reminder of reminderRows(deadline, decision)) insert.reminder(reminder);
  }
}

/** The case's own columns, `participants` and the search index are written from the case file, whatever the facts. */
function isInTheCaseFile(): void {}
/** The app answers it with a command of its own. */
function isForTheApp(): void {}

function preparedInserts(db: Drizzle) {
  return {
    notice: preparedInsert(db, notices),
    document: preparedInsert(db, documents),
    deadline: preparedInsert(db, deadlines),
    reminder: preparedInsert(db, reminders),
    fee: preparedInsert(db, fees),
    task: preparedInsert(db, tasks),
    assignment: preparedInsert(db, assignments),
    conflict: preparedInsert(db, conflicts),
    offer: preparedInsert(db, offers),
    message: preparedInsert(db, messages),
    decision: preparedInsert(db, decisions),
    order: preparedInsert(db, orders),
  };
}

function preparedUpdates(db: Drizzle) {
  const given = (name: string) => sql`${sql.placeholder(name)}`;
  return {
    // What the whole case reads already goes on being read, wherever it is filed again: only who withdraws it takes it back.
    fileDocuments: db
      .update(documents)
      .set({
        audience: sql`iif(${documents.audience} = 'case' and ${sql.placeholder('form')} <> '', 'case', ${sql.placeholder('audience')})`,
        filing: 'filed',
      })
      .where(
        and(
          eq(documents.caseId, sql.placeholder('caseId')),
          eq(documents.origin, 'uploaded'),
          sql`${documents.id} in (select value from json_each(${sql.placeholder('ids')}))`,
        ),
      )
      .prepare(),
    moveDeadline: db
      .update(deadlines)
      .set({ deadline: sql.placeholder('deadline') as never, expiresAt: given('expiresAt') })
      .where(eq(deadlines.id, sql.placeholder('id')))
      .prepare(),
    endDeadline: boundStatement(
      db,
      db
        .update(deadlines)
        .set({ status: given('status'), endedAt: given('endedAt') })
        .where(eq(deadlines.id, sql.placeholder('id'))),
    ),
    dropReminders: boundStatement(db, db.delete(reminders).where(eq(reminders.deadline, sql.placeholder('deadline')))),
    closeTask: db
      .update(tasks)
      .set({ closedAt: given('closedAt') })
      .where(eq(tasks.id, sql.placeholder('id')))
      .prepare(),
    endAssignment: db
      .update(assignments)
      .set({ endedAt: given('endedAt') })
      .where(
        and(
          eq(assignments.caseId, sql.placeholder('caseId')),
          eq(assignments.role, sql.placeholder('role')),
          eq(assignments.userId, sql.placeholder('userId')),
          isNull(assignments.endedAt),
        ),
      )
      .prepare(),
    moveOffer: db
      .update(offers)
      .set({ offer: sql.placeholder('offer') as never })
      .where(eq(offers.id, sql.placeholder('id')))
      .prepare(),
  };
}
