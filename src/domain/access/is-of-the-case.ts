import type { CaseFile } from '../case-file.ts';
import { isSameEmail } from '../email-key.ts';

/**
 * Whether a user has an interest in a case: they are bound to a party or supporter of it, or one of them is named with
 * their address. Being named is enough: someone need not have joined, or been sent anything, to be in conflict.
 */
export function isOfTheCase(caseFile: CaseFile, user: { readonly id: string; readonly email: string }): boolean {
  return caseFile.parties
    .flatMap((party) => [party, ...party.supporters])
    .some((person) => person.userId === user.id || isSameEmail(person.email, user.email));
}
