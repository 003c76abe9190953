/** Languages in which a deadline can explain itself. */
export type ExplainedLanguage = 'en' | 'fr';

/** The words of an explanation. A new language is a new column here, and in `legal-date-words.ts`. */
export const DEADLINE_WORDS = {
  en: {
    units: {
      days: { one: '{count} day', other: '{count} days' },
      workingDays: { one: '{count} working day', other: '{count} working days' },
      weeks: { one: '{count} week', other: '{count} weeks' },
      months: { one: '{count} month', other: '{count} months' },
      hours: { one: '{count} hour', other: '{count} hours' },
    },
    firstNotCounted: 'that day is not counted',
    firstCounted: 'that day is day 1',
    countTo: 'Counting {period} from {from} ({first}) gives {to}.',
    countToLast: 'Counting {period} from {from} ({first}), the last day is {due}.',
    onTheDay: 'The last day is {due}.',
    dayItself: 'The day is {to}.',
    hoursFromInstant: 'Counting {period} from {from}, the time ends on {due}. Nights, weekends and holidays count.',
    hoursFromStart:
      'Counting {period} from the start of {from}, the time ends on {due}. Nights, weekends and holidays count.',
    hoursFromEnd:
      'Counting {period} from the end of {from}, the time ends on {due}. Nights, weekends and holidays count.',
    afterCutOff: 'It happened on {date}, after {cutOff}, so it counts from the next working day.',
    whenClosed: 'It happened on {date}, which is not a working day, so it counts from the next one.',
    extraDays: 'This includes {period} of added time.',
    notCounted: 'Besides weekends, these are not counted: {list}.',
    weekend: 'That is not a working day.',
    holiday: 'That day is a holiday ({name}).',
    closure: 'The office is closed that day ({name}).',
    alsoClosed: 'The office is also closed on {list}.',
    closedDay: '{date} ({name})',
    substitute: '{name}, day in lieu',
    soLast: 'So the last day is {due}.',
    extendedTo: 'The time was extended by {period}, to {to}.',
    extendedToLast: 'The time was extended by {period}. The last day is now {due}.',
    provisional: 'The holidays of {year} are not confirmed yet, so this day may still change.',
  },
  fr: {
    units: {
      days: { one: '{count} jour', other: '{count} jours' },
      workingDays: { one: '{count} jour ouvrable', other: '{count} jours ouvrables' },
      weeks: { one: '{count} semaine', other: '{count} semaines' },
      months: { one: '{count} mois', other: '{count} mois' },
      hours: { one: '{count} heure', other: '{count} heures' },
    },
    firstNotCounted: 'ce jour n’est pas compté',
    firstCounted: 'ce jour est le premier',
    countTo: 'En comptant {period} à partir du {from} ({first}), on arrive au {to}.',
    countToLast: 'En comptant {period} à partir du {from} ({first}), le dernier jour est le {due}.',
    onTheDay: 'Le dernier jour est le {due}.',
    dayItself: 'Le jour est le {to}.',
    hoursFromInstant:
      'En comptant {period} à partir du {from}, le délai se termine le {due}. Les nuits, les fins de semaine et les jours fériés comptent.',
    hoursFromStart:
      'En comptant {period} à partir du début du {from}, le délai se termine le {due}. Les nuits, les fins de semaine et les jours fériés comptent.',
    hoursFromEnd:
      'En comptant {period} à partir de la fin du {from}, le délai se termine le {due}. Les nuits, les fins de semaine et les jours fériés comptent.',
    afterCutOff: 'C’est arrivé le {date}, après {cutOff}, donc cela compte à partir du jour ouvrable suivant.',
    whenClosed:
      'C’est arrivé le {date}, qui n’est pas un jour ouvrable, donc cela compte à partir du jour ouvrable suivant.',
    extraDays: 'Cela comprend un délai supplémentaire de {period}.',
    notCounted: 'En plus des fins de semaine, ces jours ne sont pas comptés : {list}.',
    weekend: 'Ce n’est pas un jour ouvrable.',
    holiday: 'Ce jour est férié ({name}).',
    closure: 'Le bureau est fermé ce jour-là ({name}).',
    alsoClosed: 'Le bureau est aussi fermé {list}.',
    closedDay: 'le {date} ({name})',
    substitute: '{name}, jour de remplacement',
    soLast: 'Le dernier jour est donc le {due}.',
    extendedTo: 'Le délai a été prolongé de {period}, jusqu’au {to}.',
    extendedToLast: 'Le délai a été prolongé de {period}. Le dernier jour est maintenant le {due}.',
    provisional: 'Les jours fériés de {year} ne sont pas encore confirmés, donc ce jour peut encore changer.',
  },
} as const satisfies Record<ExplainedLanguage, unknown>;

/** CLDR's rule for whole numbers: in French, none is singular too. */
const IS_ONE: Readonly<Record<ExplainedLanguage, (count: number) => boolean>> = {
  en: (count) => count === 1,
  fr: (count) => count < 2,
};

/** Made once: a format costs more to make than an explanation to write. */
const LISTS = { en: new Intl.ListFormat('en'), fr: new Intl.ListFormat('fr') };

type Words = (typeof DEADLINE_WORDS)['en'];
export type Sentence = Exclude<keyof Words, 'units'>;

/** The language to explain in: the one asked for, by its first letters, or English. */
export function explainedLanguage(tag: string): ExplainedLanguage {
  return tag.startsWith('fr') ? 'fr' : 'en';
}

/** A sentence of the catalogue with its placeholders filled. */
export function say(
  language: ExplainedLanguage,
  sentence: Sentence,
  facts: Readonly<Record<string, string>> = {},
): string {
  return fill(DEADLINE_WORDS[language][sentence], facts);
}

/** @example listInWords('en', ['a', 'b', 'c']) // 'a, b, and c' */
export function listInWords(language: ExplainedLanguage, items: readonly string[]): string {
  return LISTS[language].format(items);
}

/** @example periodInWords('fr', 14, 'workingDays') // '14 jours ouvrables' */
export function periodInWords(language: ExplainedLanguage, count: number, unit: keyof Words['units']): string {
  const form = IS_ONE[language](count) ? 'one' : 'other';
  return fill(DEADLINE_WORDS[language].units[unit][form], { count: String(count) });
}

/** Replaces `{name}` by the fact of that name; what has no fact stays as it is. */
function fill(sentence: string, facts: Readonly<Record<string, string>>): string {
  let filled = '';
  for (const { text, name } of partsOf(sentence)) {
    filled += text;
    if (name) filled += facts[name] ?? `{${name}}`;
  }
  return filled;
}

/** A text, and the name of the placeholder that follows it. */
interface Part {
  readonly text: string;
  readonly name: string | undefined;
}

const partsOfSentences = new Map<string, readonly Part[]>();

/** Of the catalogue's sentences, which are few: to find their placeholders takes longer than to fill them. */
function partsOf(sentence: string): readonly Part[] {
  const known = partsOfSentences.get(sentence);
  if (known) return known;
  const cut = sentence.split(/\{(\w+)\}/);
  const parts = cut.flatMap((text, index) => (index % 2 === 0 ? [{ text, name: cut[index + 1] }] : []));
  partsOfSentences.set(sentence, parts);
  return parts;
}
