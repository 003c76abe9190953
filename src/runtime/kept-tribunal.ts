import type { RegistryReads, RegistryTransaction } from '../app/ports/registry.ts';
import type { Tribunal } from '../domain/process/process.ts';

const SETTING = 'tribunals';

/** What the tribunal called itself, and where people opened it, from an instant on. */
interface KeptTribunal {
  /** Instant (UTC). */
  readonly since: string;
  readonly tribunal: Tribunal;
}

export type TribunalAt = (instant: string) => Tribunal | undefined;

/**
 * Notes what the tribunal is called from now on, where that is new. Names and addresses stand in notices: to show that
 * one is what was decided, the ones of its time must be known.
 */
export function noteTribunal(tx: RegistryTransaction, tribunal: Tribunal, at: string): void {
  const kept = keptTribunals(tx);
  if (JSON.stringify(kept.at(-1)?.tribunal) === JSON.stringify(tribunal)) return;
  tx.putSetting(SETTING, [...kept, { since: at, tribunal } satisfies KeptTribunal]);
}

/** The tribunal as it is called now; undefined in a registry that no server has run on. */
export function lastTribunal(reads: Pick<RegistryReads, 'setting'>): Tribunal | undefined {
  return keptTribunals(reads).at(-1)?.tribunal;
}

/** The tribunal as it was called at an instant. */
export function tribunalsOf(registry: { read<T>(work: (reads: RegistryReads) => T): T }): TribunalAt {
  const kept = registry.read(keptTribunals);
  return (instant) => (kept.findLast(({ since }) => since <= instant) ?? kept[0])?.tribunal;
}

function keptTribunals(reads: Pick<RegistryReads, 'setting'>): readonly KeptTribunal[] {
  return (reads.setting(SETTING) as KeptTribunal[] | undefined) ?? [];
}
