import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Ports } from './ports/ports.ts';
import type { RegistryTransaction } from './ports/registry.ts';

/** A client's promise that it means one request: the key it sent, and the hash of what it asked. */
export interface Idempotency {
  readonly key: string;
  /** SHA-256 of method, path and body. */
  readonly requestHash: string;
}

/**
 * Does `work` once for each key of a user: the answer is kept in the same transaction, and given again to the same
 * request. The key with another request is refused. A refusal is not kept: the next try may succeed.
 */
export function once<T extends object>(
  { clock }: Pick<Ports, 'clock'>,
  tx: RegistryTransaction,
  userId: string,
  idempotency: Idempotency | undefined,
  status: number,
  work: () => T | Refusal,
): T | Refusal {
  if (!idempotency) return work();
  const known = tx.idempotent(userId, idempotency.key);
  if (known)
    return known.requestHash === idempotency.requestHash
      ? (JSON.parse(known.body) as T)
      : refuse('IdempotencyKeyReused');
  const answer = work();
  if (isRefusal(answer)) return answer;
  const { requestHash } = idempotency;
  tx.rememberIdempotent(userId, idempotency.key, {
    requestHash,
    status,
    body: JSON.stringify(answer),
    at: clock.now(),
  });
  return answer;
}
