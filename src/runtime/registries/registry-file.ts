import { join } from 'node:path';
import { HOME } from '../../app/registry-of.ts';
import type { DataFolder } from '../data-folder.ts';

/** Where a registry's database lies: the home registry's in the data folder, the others' in a folder of theirs. */
export function registryFile(
  { registry, registries }: Pick<DataFolder, 'registry' | 'registries'>,
  id: string,
): string {
  return id === HOME ? registry : join(registries, `${id}.db`);
}
