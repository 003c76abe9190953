import { isOverLimit, type RateLimit } from '../auth/rate-limit.ts';
import type { Ports } from '../ports/ports.ts';

/** What somebody writes who was handed papers without a code. The registry checks who they are before it sends one. */
export interface CodeAsked {
  readonly name: string;
  /** Of the case, where the papers say it. */
  readonly reference: string;
  /** What the papers say, and how they came. */
  readonly papers: string;
  /** Where the code can be sent, or a telephone number. */
  readonly reach: string;
  /** In which they asked. */
  readonly language: string;
}

/** Enough for a family and its mistakes; wide enough, from everywhere, for a bad day, and no way to bury the registry. */
const ASKED_BY_CLIENT: RateLimit = { name: 'asking for a code', times: 5, minutes: 60 };
const ASKED_BY_ALL: RateLimit = { name: 'asking for a code', times: 200, minutes: 60 };

interface Asking {
  /** The network address that asks, where it is known. */
  readonly client?: string | undefined;
  /** Of the form: however often its button is pressed, one mail goes out. */
  readonly key: string;
}

/**
 * Queues a mail to the registry. It names no case for sure, and says nothing of any: what was typed is for people to judge.
 * `tooOften`: nothing was sent.
 */
export function askForCode(
  { registry, ids, clock }: Pick<Ports, 'registry' | 'ids' | 'clock'>,
  asked: CodeAsked,
  { client = '', key }: Asking,
): Promise<'asked' | 'tooOften'> {
  return registry.commit((tx) => {
    const at = clock.now();
    const scope = 'code-asked';
    if (tx.idempotent(scope, key)) return 'asked';
    const limits = [[ASKED_BY_CLIENT, `from ${client}`] as const, [ASKED_BY_ALL, 'all'] as const];
    if (limits.some(([limit, subject]) => isOverLimit(tx, ids, limit, subject, at))) return 'tooOften';
    tx.rememberIdempotent(scope, key, { requestHash: '', status: 202, body: '', at });
    tx.enqueue({
      key: `code-asked/${ids.newId()}`,
      kind: 'codeAsked',
      caseId: null,
      subject: '',
      payload: asked,
      notBefore: at,
    });
    return 'asked';
  });
}
