import type { Wide } from '../ports/everywhere.ts';

/** Open cases by user. */
export type Caseload = ReadonlyMap<string, number>;

export const NO_CASES: Caseload = new Map();

/** Open cases that people have in a tribunal role, in all registries but this one. */
export async function caseloadElsewhere({ everywhere }: Wide, role: string): Promise<Caseload> {
  const others = everywhere?.others() ?? [];
  if (others.length === 0) return NO_CASES;
  const sum = new Map<string, number>();
  for (const caseload of await Promise.all(others.map((desk) => desk.caseload(role))))
    for (const [userId, cases] of Object.entries(caseload)) sum.set(userId, (sum.get(userId) ?? 0) + cases);
  return sum;
}
