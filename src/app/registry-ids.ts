import type { Ids } from './ports/ids.ts';

/** Ids of a registry: each begins with its name, so that whoever holds one knows where to ask. */
export function registryIds(ids: Ids, registry: string): Ids {
  return { ...ids, newId: () => `${registry}-${ids.newId()}` };
}
