/** Stands between the sides in the title of a decision, as the journal keeps it. */
export const AGAINST = ' v. ';

/** French law reports say “contre”. Nothing but this is language in a title: people stand in it by initials. */
const AGAINST_IN: Readonly<Record<string, string>> = { fr: ' c. ' };

/** A title as it is read in a language: `A.B. v. C.D.`, `A.B. c. C.D.` */
export function decisionTitle(kept: string, language: string): string {
  return kept.split(AGAINST).join(againstIn(language));
}

/** What somebody looks for, in the words in which titles are kept. */
export function asKeptInTitles(text: string, language: string): string {
  return text.split(againstIn(language)).join(AGAINST);
}

function againstIn(language: string): string {
  return AGAINST_IN[language.split('-')[0] ?? ''] ?? AGAINST;
}
