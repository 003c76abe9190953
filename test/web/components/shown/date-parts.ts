import { given, type Options } from './shown.tsx';

/** The day, the month and the year of a date as a fixture asks for them. */
export function partsOf({ id, items, namePrefix, values = {}, ...o }: Options) {
  const wanted = given(items).length > 0 ? given(items) : DATE.map((name) => o[name] ?? { name }).filter(Boolean);
  return wanted.map((item: Options, index: number) => {
    const standard = DATE[index] ?? 'day';
    const own = item.name ?? standard;
    const name = namePrefix ? `${namePrefix}-${own}` : own;
    return {
      id: item.id ?? `${id}-${own}`,
      name,
      label: item.label ?? own[0].toUpperCase() + own.slice(1),
      value: item.value ?? o[own]?.value ?? values[name] ?? values[own],
      width: own === 'year' || own === o.year?.name ? (4 as const) : (2 as const),
      isWrong: item.error ?? (item.classes?.includes('govuk-input--error') || undefined),
      autocomplete: item.autocomplete,
    };
  });
}

const DATE = ['day', 'month', 'year'] as const;

/** The options of each. */
export const PARTS = ['items', 'day', 'month', 'year'].flatMap((part) =>
  ['', '.name', '.id', '.label', '.value', '.autocomplete', '.error', '.classes'].map((name) => `${part}${name}`),
);
