import type { RegistryReads, RegistryTransaction } from '../ports/registry.ts';
import { HOME } from '../registry-of.ts';

/** The setting of the home registry that lists the tribunal's registries; every other one has a copy. */
export const DIRECTORY_SETTING = 'registries';

/** One of a tribunal's registries. */
export interface RegistryEntry {
  readonly id: string;
  /** Instant (UTC); null for the one that the tribunal began with. */
  readonly openedAt: string | null;
  readonly takesNewCases: boolean;
}

/** Of a tribunal that never opened another. */
const HOME_ALONE: readonly RegistryEntry[] = [{ id: HOME, openedAt: null, takesNewCases: true }];

/** The tribunal's registries, the home registry first, then in the order in which they were opened. */
export function directoryOf(reads: Pick<RegistryReads, 'setting'>): readonly RegistryEntry[] {
  return (reads.setting(DIRECTORY_SETTING) as readonly RegistryEntry[] | undefined) ?? HOME_ALONE;
}

export function keepDirectory(tx: Pick<RegistryTransaction, 'putSetting'>, entries: readonly RegistryEntry[]): void {
  tx.putSetting(DIRECTORY_SETTING, entries);
}
