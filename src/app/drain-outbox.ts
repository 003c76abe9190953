import { carryOut } from './outbox/carry-out.ts';
import { conclude } from './outbox/conclude.ts';
import { later } from './outbox/later.ts';
import type { OutboxPorts } from './outbox/outbox-ports.ts';
import type { Effects } from './ports/effects.ts';
import type { OutboxRow } from './ports/outbox.ts';
import { StorageUnavailable } from './ports/registry.ts';

/** Longer than the slowest mail server is given; a row whose worker died is taken up again after it. */
const LEASE_MS = 120_000;
/** Effects carried out at once: a few mails wait for their servers while others are laid out. */
const AT_ONCE = 16;

/**
 * Carries out what waits in the outbox and is due: documents are made, notices laid out and mailed, sign-in codes sent.
 * Answers how many effects were attempted; call again until it is 0. None holds up another, and a crash at any step
 * loses nothing: what was not recorded as done is done again, with the same words and the same Message-ID.
 */
export async function drainOutbox(ports: OutboxPorts, effects: Effects, limit: number = AT_ONCE): Promise<number> {
  const now = ports.clock.now();
  // Every commit wakes who waits for one: it is asked for only where there is something to take.
  const next = ports.registry.read((reads) => reads.nextEffectAt());
  if (next === undefined || next > now) return 0;
  const rows = await ports.registry.commit((tx) => tx.lease(now, later(now, LEASE_MS), limit));
  await Promise.all(rows.map((row) => attempt(ports, effects, row)));
  return rows.length;
}

/** With a full disk nothing can be recorded: the lease runs out, and the row is taken up again. */
async function attempt(ports: OutboxPorts, effects: Effects, row: OutboxRow): Promise<void> {
  try {
    await conclude(ports, effects, row, await carryOut(ports, effects, row));
  } catch (error) {
    effects.report(error, row.key);
    if (!(error instanceof StorageUnavailable)) await conclude(ports, effects, row, failed(error)).catch(() => {});
  }
}

function failed(error: unknown) {
  return { kind: 'deferred', response: error instanceof Error ? error.message : String(error), alarm: false } as const;
}
