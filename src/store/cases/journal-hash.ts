import { hash } from 'node:crypto';

/** What the first entry of a case is chained to. */
export const GENESIS_HASH = '0'.repeat(64);

/** The link of the chain: SHA-256 over the hash before it and the entry's JSON, to the byte as the journal keeps it. */
export function journalHash(previousHash: string, entry: string): string {
  return hash('sha256', previousHash + entry);
}
