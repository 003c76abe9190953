import type { CaseFile } from '../case-file.ts';

/** Whether a user is bound to a party of another side than this one, or to who acts for or helps such a party. */
export function isOfAnotherSide({ parties }: Pick<CaseFile, 'parties'>, side: string, userId: string): boolean {
  return parties
    .filter((party) => party.side !== side)
    .flatMap((party) => [party, ...party.supporters])
    .some((person) => person.userId === userId);
}
