import type { Registry } from '../../app/ports/registry.ts';

/** Told after each commit that is on disk, and of each that failed. */
export interface CommitListener {
  committed(ms: number): void;
  failed(error: unknown): void;
}

/** The registry, with someone told of its commits: the ticker wakes, and the meters count. */
export function observedRegistry(registry: Registry, listeners: readonly CommitListener[]): Registry {
  return {
    id: registry.id,
    read: (work) => registry.read(work),
    async commit(work) {
      const startedAt = performance.now();
      try {
        const value = await registry.commit(work);
        for (const listener of listeners) listener.committed(performance.now() - startedAt);
        return value;
      } catch (error) {
        for (const listener of listeners) listener.failed(error);
        throw error;
      }
    },
  };
}
