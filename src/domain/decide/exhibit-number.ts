import type { CaseFile } from '../case-file.ts';
import type { Definition } from '../definition/schema.ts';

/**
 * The number of a party's next exhibit: the mark of its role, which of its role it is (left out for the first), and how
 * many exhibits it then has: `A-1`, `A-2`; `R-1` for the first respondent, `R2-1` for the second. Parties never leave a
 * case and exhibits never leave the list, so that a number means one thing for ever.
 */
export function nextExhibitNumber({ roles }: Definition, { parties, exhibits = [] }: CaseFile, party: string): string {
  const role = parties.find(({ id }) => id === party)?.role ?? '';
  const rule = roles[role];
  const mark = (rule?.kind === 'party' && rule.mark) || role.charAt(0).toUpperCase();
  const place = parties.filter((one) => one.role === role).findIndex(({ id }) => id === party) + 1;
  const taken = new Set(exhibits.map(({ number }) => number));
  let count = exhibits.filter((one) => one.party === party).length + 1;
  // A workflow's next version may give a mark to another role: what is taken stays taken.
  while (taken.has(numberOf(mark, place, count))) count += 1;
  return numberOf(mark, place, count);
}

function numberOf(mark: string, place: number, count: number): string {
  return `${mark}${place > 1 ? place : ''}-${count}`;
}
