import type { Registry } from '../ports/registry.ts';
import type { EntrySource } from './head-walk.ts';

/** The entries of a registry that is open here. */
export function entriesOf({ id, read }: Pick<Registry, 'id' | 'read'>): EntrySource {
  return { registry: id, entryHashes: (after) => read((reads) => reads.entryHashes(after)) };
}
