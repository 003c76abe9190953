import type { RegisterSearch } from '../../../app/ports/register-search.ts';
import { withoutOverrides } from '../../../domain/process/without-overrides.ts';
import type { Words } from '../../words.ts';
import type { PageError } from '../page-errors.tsx';

const MAX_TEXT = 200;
const NAMES = ['q', 'from', 'to', 'type', 'outcome'] as const;

/** What an address looks for in the register; what it leaves empty leaves nothing out. */
export function searchIn(query: Readonly<Record<string, string>>): RegisterSearch {
  const given = NAMES.map(
    (name) =>
      [
        name,
        withoutOverrides(query[name] ?? '')
          .trim()
          .slice(0, MAX_TEXT),
      ] as const,
  );
  return Object.fromEntries(given.filter(([, text]) => text !== ''));
}

/** A date that there is not, or a time that ends before it begins. */
export function wrongDates({ from, to }: RegisterSearch, { register: said }: Words): PageError[] {
  const wrong = Object.entries({ from, to }).filter(([, date]) => date !== undefined && !isDate(date));
  if (wrong.length > 0) return wrong.map(([field]) => ({ field, message: said.badDate }));
  return from !== undefined && to !== undefined && from > to ? [{ field: 'from', message: said.badDates }] : [];
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
