import type { Party } from '../party.ts';

/** Whether a party takes part in the talks: one whose role has a chart does so by responding, for as long as that stands. */
export function takesPart({ chart, responded }: Pick<Party, 'chart' | 'responded'>): boolean {
  return !chart || responded;
}
