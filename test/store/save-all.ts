import type { Registry } from '../../src/app/ports/registry.ts';
import type { Decision } from '../../src/domain/decision.ts';

/** Commits several decisions in one command. */
export function saveAll(registry: Registry, decisions: readonly Decision[]): Promise<void> {
  return registry.commit((tx) => {
    for (const decision of decisions) tx.save(decision);
  });
}
