import type { DirectoryChange } from '../../app/registries/change-directory.ts';
import { directoryOf, keepDirectory, type RegistryEntry } from '../../app/registries/directory.ts';
import type { EnginePorts } from '../engine-ports.ts';

/**
 * Changes the list of the tribunal's registries, with a line in the audit.
 *
 * @throws with the sentence that says why not; nothing is changed then
 */
export async function changeDirectory(
  { ports: { registry, wallClock } }: { readonly ports: Pick<EnginePorts, 'registry' | 'wallClock'> },
  action: string,
  change: (directory: readonly RegistryEntry[]) => DirectoryChange,
): Promise<void> {
  await registry.commit((tx) => {
    keepDirectory(tx, wanted(change(directoryOf(tx))));
    tx.audit({ at: wallClock.now(), userId: 'operator', action, subject: 'registries' });
  });
}

/** @throws what was refused */
export function wanted(change: DirectoryChange): readonly RegistryEntry[] {
  if ('refused' in change) throw new Error(change.refused.charAt(0).toUpperCase() + change.refused.slice(1));
  return change.directory;
}
