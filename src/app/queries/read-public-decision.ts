import type { Registry } from '../ports/registry.ts';
import type { PublicDecision } from '../ports/rows.ts';

/** One decision of the public register, as it was published; nothing for one that was not. */
export function readPublicDecision(
  { registry }: { readonly registry: Registry },
  id: string,
): PublicDecision | undefined {
  return registry.read((reads) => reads.publishedDecision(id));
}
