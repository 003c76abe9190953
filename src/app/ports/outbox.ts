/** An effect that waits to happen. Its key is stable: the same effect never stands twice. */
export interface OutboxRow {
  readonly key: string;
  readonly kind: 'mail' | 'document' | 'scan' | 'signInCode' | 'formLink';
  readonly caseId: string | null;
  /** mail: the notice's id; document, scan: the document's id; signInCode, formLink: the address. */
  readonly subject: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly notBefore: string;
}
export interface DeadLetterRow extends OutboxRow {
  readonly failedAt: string;
  readonly reason: string;
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
    readonly subject: string;
  }[];
  deadLetters(limit: number): readonly DeadLetterRow[];
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
  /** For good: the row becomes a dead letter. */
  bury(key: string, at: string, reason: string): void;
}
