import type { ClosedDay } from './closed-days.ts';
import type { ComputedDeadline } from './deadline.ts';
import type { DeadlineRule } from './deadline-schema.ts';
import {
  type ExplainedLanguage,
  explainedLanguage,
  listInWords,
  periodInWords,
  type Sentence,
  say,
} from './deadline-words.ts';
import type { ExtendedDeadline } from './extend-deadline.ts';
import { dateInWords, dueInWords, instantInWords, timeInWords } from './legal-date-words.ts';
import type { RolledDate } from './roll.ts';

/**
 * Why a deadline falls when it does: the rule's own `why`, how the days were counted, and the last day with its time and
 * zone. In English or French; another language gets its own `why` and the rest in English.
 *
 * @example
 * explainDeadline(computed, rule, 'en')
 * // 'You have 14 days from the day you were served. Counting 14 days from Monday 2 February 2026 (that day is not
 * // counted) gives Monday 16 February 2026. That day is a holiday (Family Day). So the last day is
 * // Tuesday 17 February 2026, 11:59 p.m. Pacific time.'
 */
export function explainDeadline(computed: ComputedDeadline, rule: DeadlineRule, language: string): string {
  const explained = explainedLanguage(language);
  const count = computed.unit === 'hours' ? explainHours(computed, explained) : explainDays(computed, explained);
  return inOneText([whyInWords(computed, rule, language), count]);
}

/** A sentence or two to add to a deadline's explanation once it was extended. */
export function explainExtension(extended: ExtendedDeadline, language: string): string {
  const explained = explainedLanguage(language);
  const period = periodInWords(explained, extended.days, 'days');
  const due = dueInWords(extended, explained);
  if (!extended.rolled) return say(explained, 'extendedToLast', { period, due });
  const to = dateInWords(extended.countedTo, explained);
  return inOneText([say(explained, 'extendedTo', { period, to }), explainRoll(extended.rolled, due, explained)]);
}

function whyInWords({ count }: ComputedDeadline, { why }: DeadlineRule, language: string): string {
  const text = why[language] ?? why[explainedLanguage(language)] ?? Object.values(why)[0] ?? '';
  return text.replaceAll('{count}', String(count));
}

/** Sentences one after the other; one that has nothing to say is empty. */
function inOneText(sentences: readonly string[]): string {
  let text = '';
  for (const sentence of sentences) if (sentence) text += text ? ` ${sentence}` : sentence;
  return text;
}

function explainDays(computed: ComputedDeadline, language: ExplainedLanguage): string {
  const due = dueInWords(computed, language);
  return inOneText([
    explainHoldOver(computed, language),
    explainCount(computed, due, language),
    explainNotCounted(computed, language),
    explainExtraDays(computed, language),
    computed.rolled ? explainRoll(computed.rolled, due, language) : '',
    explainProvisional(computed, language),
  ]);
}

function explainHoldOver(computed: ComputedDeadline, language: ExplainedLanguage): string {
  if (!computed.heldOver) return '';
  const date = dateInWords(computed.basisDate, language);
  // Only what came after the cut-off hour has one.
  if (!computed.cutOff) return say(language, 'whenClosed', { date });
  return say(language, 'afterCutOff', { date, cutOff: timeInWords(computed.cutOff, language) });
}

function explainCount(computed: ComputedDeadline, due: string, language: ExplainedLanguage): string {
  const { count, unit, skipFirst, countedFrom, countedTo, rolled } = computed;
  const to = dateInWords(countedTo, language);
  if (count === 0) return rolled ? say(language, 'dayItself', { to }) : say(language, 'onTheDay', { due });
  const facts = {
    period: periodInWords(language, count, unit),
    from: dateInWords(countedFrom, language),
    first: say(language, skipFirst ? 'firstNotCounted' : 'firstCounted'),
    to,
    due,
  };
  return say(language, rolled ? 'countTo' : 'countToLast', facts);
}

function explainNotCounted({ notCounted }: ComputedDeadline, language: ExplainedLanguage): string {
  return notCounted.length > 0 ? say(language, 'notCounted', { list: closedInWords(notCounted, language) }) : '';
}

function explainExtraDays({ extraDays }: ComputedDeadline, language: ExplainedLanguage): string {
  return extraDays > 0 ? say(language, 'extraDays', { period: periodInWords(language, extraDays, 'days') }) : '';
}

function explainProvisional({ isProvisional, localDate }: ComputedDeadline, language: ExplainedLanguage): string {
  return isProvisional ? say(language, 'provisional', { year: localDate.slice(0, 4) }) : '';
}

/** Why the counted day is no last day, what else was passed over, and the last day. */
function explainRoll(rolled: NonNullable<RolledDate['rolled']>, due: string, language: ExplainedLanguage): string {
  const first = rolled.over.find(({ date }) => date === rolled.from);
  const others = rolled.over.filter((closed) => closed !== first);
  const name = first ? nameInWords(first, language) : '';
  return inOneText([
    say(language, first?.kind ?? 'weekend', { name }),
    others.length > 0 ? say(language, 'alsoClosed', { list: closedInWords(others, language) }) : '',
    say(language, 'soLast', { due }),
  ]);
}

function explainHours(computed: ComputedDeadline, language: ExplainedLanguage): string {
  const { basis, basisDate, count, skipFirst, zone } = computed;
  const facts = { period: periodInWords(language, count, 'hours'), due: dueInWords(computed, language) };
  const isDate = basis === basisDate;
  const sentence: Sentence = isDate ? (skipFirst ? 'hoursFromEnd' : 'hoursFromStart') : 'hoursFromInstant';
  const from = isDate ? dateInWords(basis, language) : instantInWords(basis, zone, language);
  return inOneText([say(language, sentence, { ...facts, from }), explainExtraDays(computed, language)]);
}

function closedInWords(closed: readonly ClosedDay[], language: ExplainedLanguage): string {
  const days = closed.map((day) =>
    say(language, 'closedDay', { date: dateInWords(day.date, language), name: nameInWords(day, language) }),
  );
  return listInWords(language, days);
}

function nameInWords({ name, substituteFor }: ClosedDay, language: ExplainedLanguage): string {
  const own = name[language] ?? Object.values(name)[0] ?? '';
  return substituteFor ? say(language, 'substitute', { name: own }) : own;
}
