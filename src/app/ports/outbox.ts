import type { Channel } from '../../domain/definition/notice-schema.ts';
import type { NoticeRow } from './rows.ts';

/** An effect that waits to happen. Its key is stable: the same effect never stands twice. */
export interface OutboxRow {
  readonly key: string;
  readonly kind: 'mail' | 'document' | 'scan' | 'signInCode' | 'formLink' | 'codeAsked' | 'sms' | 'letter';
  readonly caseId: string | null;
  /** mail, sms, letter: the notice's id; document, scan: the document's id; signInCode, formLink: the address; codeAsked: nothing. */
  readonly subject: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly notBefore: string;
}
export interface DeadLetterRow extends OutboxRow {
  readonly failedAt: string;
  readonly reason: string;
}

export interface DeliveryNote {
  readonly status: 'sent' | 'delivered' | 'failed';
  readonly response?: string;
  readonly arrivedAt?: string;
  readonly postedOn?: string;
  readonly tracking?: string;
}

export interface OutboxReads {
  outboxReady(at: string, limit: number): readonly OutboxRow[];
  rendered(key: string): { readonly rendered: string; readonly messageId: string } | undefined;
  /** What waits, is under way or was sent, newest first, for the mailbox page of demo mode. */
  outboxMail(limit: number): readonly {
    readonly key: string;
    readonly status: string;
    readonly rendered: string | null;
    readonly notBefore: string;
    /** When the notice was sent that it brings; null for what brings none. */
    readonly sentAt: string | null;
    readonly subject: string;
  }[];
  deadLetters(limit: number): readonly DeadLetterRow[];
  /** Notices whose letter is being made or waits to be posted, oldest first; from behind the one of this instant and id. */
  lettersToPost(limit: number, after?: readonly [sentAt: string, id: string]): readonly NoticeRow[];
}
export interface OutboxWrites {
  /** Queues an effect that is not a case's: a sign-in code. A case's effects are queued by `save`. */
  enqueue(row: Omit<OutboxRow, 'attempts'>): void;
  /** Takes up to `limit` ready rows under a lease; a row whose lease ran out is taken again. Counts the attempt. */
  lease(at: string, until: string, limit: number): readonly OutboxRow[];
  /** Keeps what will be sent, before it is sent: the same bytes on every attempt. */
  keepRendered(key: string, rendered: string, messageId: string): void;
  finish(key: string, at: string, response: string): void;
  postpone(key: string, notBefore: string, response: string): void;
  /** Postpones without counting the attempt: what it waits for is not its own fault. */
  hold(key: string, notBefore: string, response: string): void;
  /** Ends every lease: for a program that knows that it is the only one, when it starts after a crash. */
  releaseLeases(): void;
  /** The letter of a notice is set, and can be printed. */
  recordLetter(noticeId: string, sha256: string): void;
  /** Has the letter of a notice made anew, for the address that is known now. */
  remakeLetter(noticeId: string, at: string): void;
  /** What is known of how a notice travelled by a channel, beside the attempts. */
  noteDelivery(noticeId: string, channel: Channel, known: DeliveryNote): void;
  /** For good: the row becomes a dead letter. */
  bury(key: string, at: string, reason: string): void;
}
