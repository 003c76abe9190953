import { dayNumber } from './calendar-day.ts';
import type { ExplainedLanguage } from './deadline-words.ts';

/** British order ("Tuesday 17 March 2026"); Canadian zone names ("Pacific Time", where others add "(Canada)" since 2026). */
const LOCALES = { en: { date: 'en-GB', zone: 'en-CA' }, fr: { date: 'fr-CA', zone: 'fr-CA' } } as const;
const MS_PER_DAY = 86_400_000;

/** Zones whose CLDR name reads badly in a sentence ("heure : Royaume-Uni"). */
const ZONE_NAMES: Readonly<Record<string, Readonly<Record<ExplainedLanguage, string>>>> = {
  'Europe/London': { en: 'UK time', fr: 'heure du Royaume-Uni' },
  UTC: { en: 'UTC', fr: 'UTC' },
};

const dateFormats: Readonly<Record<ExplainedLanguage, Intl.DateTimeFormat>> = {
  en: longDate('en'),
  fr: longDate('fr'),
};
const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** @example dateInWords('2026-08-01', 'fr') // 'samedi 1er août 2026' */
export function dateInWords(date: string, language: ExplainedLanguage): string {
  const part = partsOf(dateFormats[language], dayNumber(date) * MS_PER_DAY);
  const day = language === 'fr' && part.day === '1' ? '1er' : part.day;
  return `${part.weekday} ${day} ${part.month} ${part.year}`;
}

/** `HH:mm` as people say it. Noon and midnight are named: "12:00 p.m." misleads. */
export function timeInWords(time: string, language: ExplainedLanguage): string {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  if (language === 'fr') return frenchTime(hour, minute);
  if (minute === 0 && hour === 12) return '12 noon';
  if (minute === 0 && hour === 0) return '12 midnight, as the day begins,';
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/**
 * A due time in full, with the zone's name.
 *
 * @example dueInWords({ dueAt: '2026-03-18T06:59:00Z', zone: 'America/Vancouver' }, 'en')
 * // 'Tuesday 17 March 2026, 11:59 p.m. Pacific time'
 */
export function dueInWords({ dueAt, zone }: { dueAt: string; zone: string }, language: ExplainedLanguage): string {
  const instant = Temporal.Instant.from(dueAt);
  const when = instantInWords(instant, zone, language);
  const zoneName = zoneInWords(instant.epochMilliseconds, zone, language);
  return language === 'fr' ? `${when}, ${zoneName}` : `${when} ${zoneName}`;
}

/** An instant's local date and time, without the zone's name. */
export function instantInWords(instant: Temporal.Instant, zone: string, language: ExplainedLanguage): string {
  const local = instant.toZonedDateTimeISO(zone);
  const date = dateInWords(local.toPlainDate().toString(), language);
  const time = timeInWords(local.toPlainTime().toString().slice(0, 5), language);
  return language === 'fr' ? `${date} à ${time}` : `${date}, ${time}`;
}

function zoneInWords(epochMs: number, zone: string, language: ExplainedLanguage): string {
  const known = ZONE_NAMES[zone]?.[language];
  if (known) return known;
  const name = partsOf(zoneFormat(zone, language), epochMs).timeZoneName ?? zone;
  return language === 'en' ? name.replace(/ Time$/, ' time') : name.replace('heure : ', 'heure locale, ');
}

function frenchTime(hour: number, minute: number): string {
  if (minute === 0 && hour === 12) return 'midi';
  if (minute === 0 && hour === 0) return 'minuit (au début du jour)';
  return minute === 0 ? `${hour} h` : `${hour} h ${String(minute).padStart(2, '0')}`;
}

function longDate(language: ExplainedLanguage): Intl.DateTimeFormat {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(LOCALES[language].date, { ...parts, timeZone: 'UTC' });
}

/** Making a format costs 30 µs and more; there are as many as zones in use. */
function zoneFormat(zone: string, language: ExplainedLanguage): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const format =
    zoneFormats.get(key) ??
    new Intl.DateTimeFormat(LOCALES[language].zone, { timeZone: zone, timeZoneName: 'longGeneric' });
  zoneFormats.set(key, format);
  return format;
}

function partsOf(format: Intl.DateTimeFormat, epochMs: number): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(format.formatToParts(epochMs).map(({ type, value }) => [type, value]));
}
