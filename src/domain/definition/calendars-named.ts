import type { Definition } from './schema.ts';

/** The calendars by which a definition counts, each once. */
export function calendarsNamed({ calendar, deadlines }: Pick<Definition, 'calendar' | 'deadlines'>): readonly string[] {
  const others = Object.values(deadlines).flatMap((rule) => rule.calendar ?? []);
  return [...new Set([calendar, ...others])];
}
