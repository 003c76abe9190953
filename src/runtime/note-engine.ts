import type { RegistryTransaction } from '../app/ports/registry.ts';
import { ENGINE_REVISION } from '../domain/engine-revision.ts';

const SETTING = 'engine';

/**
 * Notes under which revision of the engine cases are decided from now on. An older program does not go on with what a newer
 * one decided: it could not decide those entries again, and would put entries of its own rules after them.
 *
 * @throws when the registry was served by a newer program than this one
 */
export function noteEngine(tx: RegistryTransaction, revision = ENGINE_REVISION): void {
  const kept = Number(tx.setting(SETTING) ?? 0);
  if (kept > revision) {
    throw new Error(
      `The registry was written by a newer Parley (revision ${kept} of the engine; this program knows ${revision}); start that version, or restore a backup`,
    );
  }
  if (kept < revision) tx.putSetting(SETTING, revision);
}
