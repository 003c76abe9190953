import type { CaseFile } from '../domain/case-file.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { replay } from '../domain/replay/replay.ts';
import type { Ports } from './ports/ports.ts';
import type { RegistryReads, RegistryTransaction } from './ports/registry.ts';

/** A client's promise that it means one request: the key it sent, and the hash of what it asked. */
export interface Idempotency {
  readonly key: string;
  /** SHA-256 of method, path and body. */
  readonly requestHash: string;
}

type Engine = Pick<Ports, 'clock' | 'processOf'>;

/** What is kept of an answer: the case as that version left it is what its journal comes to. */
type Kept = Pick<CaseFile, 'id' | 'version'>;

/**
 * Moves a case once for each key of a user: how far it came is kept in the same transaction, and the same request gets
 * the case as it then was again. The key with another request is refused. A refusal is not kept: the next try may
 * succeed.
 */
export function once(
  engine: Engine,
  tx: RegistryTransaction,
  userId: string,
  idempotency: Idempotency | undefined,
  status: number,
  move: () => CaseFile | Refusal,
): CaseFile | Refusal {
  if (!idempotency) return move();
  const { key, requestHash } = idempotency;
  const known = tx.idempotent(userId, key);
  if (known) return known.requestHash === requestHash ? asOf(engine, tx, known.body) : refuse('IdempotencyKeyReused');
  const moved = move();
  if (isRefusal(moved)) return moved;
  const body = JSON.stringify({ id: moved.id, version: moved.version } satisfies Kept);
  tx.rememberIdempotent(userId, key, { requestHash, status, body, at: engine.clock.now() });
  return moved;
}

function asOf({ processOf }: Engine, tx: RegistryReads, body: string): CaseFile {
  const { id, version } = JSON.parse(body) as Kept;
  const now = tx.caseFile(id);
  return now?.version === version ? now : replay(processOf, upTo(tx, id, version));
}

function* upTo(tx: RegistryReads, caseId: string, version: number) {
  for (const entry of tx.journalInOrder(caseId)) {
    if (entry.seq > version) return;
    yield entry;
  }
}
