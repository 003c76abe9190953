import type { Page, PageRequest } from '../ports/page.ts';
import type { RegisterSearch } from '../ports/register-search.ts';
import type { Registry } from '../ports/registry.ts';
import type { PublicDecision } from '../ports/rows.ts';

/** The public register, newest first: anyone may read it, and it holds nothing but what was published. */
export function listPublicDecisions(
  { registry }: { readonly registry: Registry },
  search: RegisterSearch,
  page: PageRequest,
): Page<PublicDecision> {
  return registry.read((reads) => reads.publishedDecisions(search, page));
}
