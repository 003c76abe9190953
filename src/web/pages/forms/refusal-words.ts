import type { Refusal } from '../../../domain/refusal.ts';
import { textIn } from '../../../domain/text-in.ts';
import type { Words } from '../../words.ts';

/** Why something was not done, in the reader's language: in the definition's words where it has some. A test holds that every reason has words. */
export function refusalWords({ refused, says }: Pick<Refusal, 'refused' | 'says'>, { lang, refusals }: Words): string {
  const known: Readonly<Record<string, string>> = refusals;
  return textIn(says, lang) || (known[refused] ?? refusals.NotNow);
}
