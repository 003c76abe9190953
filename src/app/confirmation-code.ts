import type { CaseFile } from '../domain/case-file.ts';
import { emailKey } from '../domain/email-key.ts';

/** How long the code is good that shows a new address to be somebody's. */
export const CONFIRMATION_HOURS = 24;

/**
 * Under what the code for a party's new address is kept: among the codes for signing in, where no address can be, so
 * that neither is ever good for the other. Undefined where no address waits.
 */
export function confirmationKey({ id, parties }: Pick<CaseFile, 'id' | 'parties'>, party: string): string | undefined {
  const newEmail = parties.find((one) => one.id === party)?.newEmail;
  return newEmail === undefined ? undefined : `new address: ${id}/${party}/${emailKey(newEmail)}`;
}

/** What of a code is hashed: the digits, however they were typed, for this address in this case alone. */
export function confirmationText(key: string | undefined, typed: string): string {
  return `${key}\n${typed.replace(/\D/g, '')}`;
}
