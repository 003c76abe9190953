import type { Offer } from '../../domain/offer.ts';
import { textIn } from '../../domain/text-in.ts';
import { typeset } from '../../domain/texts/typeset.ts';
import { type DeadlineView, deadlineView } from '../case-view.ts';
import type { DeadlineRow, DeadlineStatus, DecisionRow, FeeRow, MessageRow, OrderRow, TaskRow } from '../ports/rows.ts';
import { type DocumentView, documentView } from './document-view.ts';
import type { JournalView } from './journal-view.ts';
import { type NoticeView, noticeView } from './notice-view.ts';
import { type Author, authorOf, type Readership, type RowReader, readershipOf } from './row-reader.ts';

/** What each part of a case looks like to who may read it. */
export interface PartViews {
  journal: JournalView;
  deadlines: DeadlineHistoryView;
  notices: NoticeView;
  documents: DocumentView;
  messages: MessageView;
  offers: OfferView;
  orders: OrderView;
  decisions: DecisionView;
  tasks: TaskView;
  fees: FeeView;
}

export interface DeadlineHistoryView extends DeadlineView {
  readonly status: DeadlineStatus;
  readonly endedAt: string | null;
  readonly extensions: number;
  readonly extendedDays: number;
}
export interface MessageView {
  readonly id: string;
  readonly at: string;
  readonly by: Author;
  readonly body: string;
  readonly attachments: readonly string[];
  readonly readers: Readership;
}
/** Beside the amounts among its terms, what they are in. */
export type OfferView = Offer & { readonly currency: string };
export type OrderView = Omit<OrderRow, 'caseId'>;
export type DecisionView = Omit<DecisionRow, 'caseId' | 'decidedBy'> & { readonly decidedBy?: string };
export type TaskView = Omit<TaskRow, 'caseId' | 'title'> & { readonly title: string };
export type FeeView = Omit<FeeRow, 'caseId'>;

/** A row, as its reader may know it: no hashes, account ids or audiences. The journal has `journalView`: it is numbered. */
export const PART_VIEWS = {
  deadlines: (row: DeadlineRow, { language }: RowReader): DeadlineHistoryView => ({
    ...deadlineView(row, language),
    status: row.status,
    endedAt: row.endedAt,
    extensions: row.extensions,
    extendedDays: row.extendedDays,
  }),
  notices: noticeView,
  documents: documentView,
  messages: (row: MessageRow, reader: RowReader): MessageView => {
    const { id, at, body, attachments } = row;
    return { id, at, by: authorOf(reader, row.by), body, attachments, readers: readershipOf(row.audience) };
  },
  offers: (
    { id, by, madeAt, status, counters, terms, acceptedBy }: Offer,
    { definition: { currency } }: RowReader,
  ): OfferView => {
    return { id, by, madeAt, status, ...(counters ? { counters } : {}), terms, currency, acceptedBy };
  },
  orders: ({ id, order, document, terms, amount, currency, code, at, ...row }: OrderRow): OrderView => {
    const { standing, standingAt, replacedBy } = row;
    const sum = amount === undefined ? {} : { amount };
    return { id, order, document, terms, ...sum, currency, code, at, standing, standingAt, replacedBy };
  },
  decisions: (
    { id, decision, document, reasons, decidedBy, at, published, standing, standingAt }: DecisionRow,
    { nameOf }: RowReader,
  ): DecisionView => {
    const by = decidedBy ? { decidedBy: nameOf(decidedBy) } : {};
    return { id, decision, document, reasons, ...by, at, published, standing, standingAt };
  },
  tasks: (
    { id, task, queue, title, priority, openedAt, dueAt, closedAt }: TaskRow,
    { language }: RowReader,
  ): TaskView => {
    return { id, task, queue, title: typeset(textIn(title, language), language), priority, openedAt, dueAt, closedAt };
  },
  fees: ({ id, fee, movement, amount, currency, party, at }: FeeRow): FeeView => {
    return { id, fee, movement, amount, currency, ...(party ? { party } : {}), at };
  },
};
