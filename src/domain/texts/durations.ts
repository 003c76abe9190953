import type { Outcome } from '../definition/action-schema.ts';

/** A case that has ended. Instants (UTC). */
export interface Ending {
  readonly outcome: string | null;
  readonly openedAt: string;
  readonly closedAt: string;
}

/** How long cases took that ended in one way, or in any. Whole days, begun ones counted. */
export interface Duration {
  /** Absent: all of them together. */
  readonly outcome?: Outcome;
  readonly cases: number;
  /** Half of them had ended after so many days. */
  readonly half: number;
  /** Eight in ten had. */
  readonly most: number;
}

/** Fewer cases say nothing about the next one, and could say something about one of them. */
export const LEAST_CASES = 10;

const DAY_MS = 86_400_000;

/**
 * How long cases take, by how they ended, most frequent first. Endings with fewer than `LEAST_CASES` cases are left out;
 * where each is, all count together; nothing when even those are too few.
 */
export function durations(endings: readonly Ending[]): readonly Duration[] {
  const known = endings.filter(({ outcome }) => outcome !== null);
  const byOutcome = Object.entries(Object.groupBy(known, ({ outcome }) => outcome ?? ''));
  const each = byOutcome.flatMap(([outcome, those = []]) => summed(those, { outcome: outcome as Outcome }));
  return each.length > 0 ? each.toSorted((one, other) => other.cases - one.cases) : summed(known, {});
}

function summed(endings: readonly Ending[], of: Pick<Duration, 'outcome'>): Duration[] {
  if (endings.length < LEAST_CASES) return [];
  const days = endings.map(daysOf).toSorted((one, other) => one - other);
  return [{ ...of, cases: days.length, half: within(days, 0.5), most: within(days, 0.8) }];
}

/** By the nearest rank: a number of days that some case really took. */
function within(days: readonly number[], share: number): number {
  return days[Math.ceil(days.length * share) - 1] ?? 0;
}

function daysOf({ openedAt, closedAt }: Ending): number {
  return Math.max(1, Math.ceil((Date.parse(closedAt) - Date.parse(openedAt)) / DAY_MS));
}
