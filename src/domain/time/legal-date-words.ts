import { dayNumber, weekdayOf } from './calendar-day.ts';
import type { ExplainedLanguage } from './deadline-words.ts';
import { localTimeAt } from './local-time.ts';

/** Canadian names: elsewhere CLDR says "Pacific Time (Canada)" since British Columbia left the others. */
const LOCALES = { en: 'en-CA', fr: 'fr-CA' } as const;

/** Zones whose CLDR name reads badly in a sentence ("heure : Royaume-Uni"). */
const ZONE_NAMES: Readonly<Record<string, Readonly<Record<ExplainedLanguage, string>>>> = {
  'Europe/London': { en: 'UK time', fr: 'heure du Royaume-Uni' },
  UTC: { en: 'UTC', fr: 'UTC' },
};

/** Looked up rather than formatted: a formatted date costs 2 µs, and an explanation has four. */
const NAMES: Readonly<Record<ExplainedLanguage, CalendarNames>> = { en: calendarNames('en'), fr: calendarNames('fr') };

/** @example dateInWords('2026-08-01', 'fr') // 'samedi 1er août 2026' */
export function dateInWords(date: string, language: ExplainedLanguage): string {
  const known = datesInWords[language].get(date);
  if (known) return known;
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  const { weekdays, months } = NAMES[language];
  const ordinal = language === 'fr' && day === 1 ? '1er' : day;
  const words = `${weekdays[weekdayOf(dayNumber(date)) - 1]} ${ordinal} ${months[month - 1]} ${date.slice(0, 4)}`;
  datesInWords[language].set(date, words);
  return words;
}

/** Each day is written in many deadlines and letters; there are 110,000 in all the supported years. */
const datesInWords = { en: new Map<string, string>(), fr: new Map<string, string>() };

/** `HH:mm` as people say it. Noon and midnight are named: "12:00 p.m." misleads. */
export function timeInWords(time: string, language: ExplainedLanguage): string {
  const [hour, minute] = [Number(time.slice(0, 2)), Number(time.slice(3))];
  if (language === 'fr') return frenchTime(hour, minute);
  if (minute === 0 && hour === 12) return '12 noon';
  if (minute === 0 && hour === 0) return 'midnight, as the day begins,';
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/**
 * A due time in full, with the zone's name.
 *
 * @example dueInWords({ dueAt: '2026-03-18T06:59:00.000Z', zone: 'America/Vancouver' }, 'en')
 * // 'Tuesday 17 March 2026, 11:59 p.m. Pacific time'
 */
export function dueInWords({ dueAt, zone }: { dueAt: string; zone: string }, language: ExplainedLanguage): string {
  const epochMs = Date.parse(dueAt);
  const when = instantInWords(epochMs, zone, language);
  const zoneName = zoneInWords(epochMs, zone, language);
  return language === 'fr' ? `${when}, ${zoneName}` : `${when} ${zoneName}`;
}

/** An instant's local date and time, without the zone's name; it may be given in milliseconds since 1970. */
export function instantInWords(instant: string | number, zone: string, language: ExplainedLanguage): string {
  const local = localTimeAt(instant, zone);
  const date = dateInWords(local.date, language);
  const time = timeInWords(local.time, language);
  return language === 'fr' ? `${date} à ${time}` : `${date}, ${time}`;
}

function zoneInWords(epochMs: number, zone: string, language: ExplainedLanguage): string {
  return ZONE_NAMES[zone]?.[language] ?? longZoneName(epochMs, zone, language);
}

function frenchTime(hour: number, minute: number): string {
  if (minute === 0 && hour === 12) return 'midi';
  if (minute === 0 && hour === 0) return 'minuit (au début du jour)';
  return minute === 0 ? `${hour} h` : `${hour} h ${String(minute).padStart(2, '0')}`;
}

interface CalendarNames {
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
}

function calendarNames(language: ExplainedLanguage): CalendarNames {
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' });
  return {
    // 1 January 2024 was a Monday.
    weekdays: Array.from({ length: 7 }, (_, index) => weekday.format(Date.UTC(2024, 0, 1 + index))),
    months: Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2024, index, 1))),
  };
}

/** A zone in a language: what names it, and how it is called on each day that was asked for. */
interface ZoneWords {
  readonly format: Intl.DateTimeFormat;
  readonly names: Map<number, string>;
}

/** Making a format costs 30 µs and more; there are as many as zones in use. */
const zones = { en: new Map<string, ZoneWords>(), fr: new Map<string, ZoneWords>() };

function zoneWords(zone: string, language: ExplainedLanguage): ZoneWords {
  const known = zones[language].get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, timeZoneName: 'longGeneric' });
  const words = { format, names: new Map<number, string>() };
  zones[language].set(zone, words);
  return words;
}

/** Formatting costs 5 µs; deadlines fall on few days, and a zone's name does not change within one. */
function longZoneName(epochMs: number, zone: string, language: ExplainedLanguage): string {
  const { format, names } = zoneWords(zone, language);
  const day = Math.floor(epochMs / 86_400_000);
  const known = names.get(day);
  if (known) return known;
  const parts = format.formatToParts(epochMs);
  const name = inSentence(parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone, language);
  if (names.size >= MAX_NAMED_DAYS) names.clear();
  names.set(day, name);
  return name;
}

/** Of a zone: about a megabyte. */
const MAX_NAMED_DAYS = 10_000;

function inSentence(name: string, language: ExplainedLanguage): string {
  return language === 'en' ? name.replace(/ Time$/, ' time') : name.replace('heure : ', 'heure locale, ');
}
