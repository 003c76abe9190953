import type { RefusalReason } from '../../domain/refusal.ts';
import type { Words } from '../words.ts';

/** Why something was not done, in the reader's language. A test holds that every reason has words. */
export function refusalWords(reason: RefusalReason, { refusals }: Words): string {
  const known: Readonly<Record<string, string>> = refusals;
  return known[reason] ?? refusals.NotNow;
}
