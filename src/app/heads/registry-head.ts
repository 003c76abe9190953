/** Where all journals of a registry stood: a hash over the hashes of their entries, in the order they were written. */
export interface RegistryHead {
  /** The last entry that it covers, as the registry counts them. */
  readonly row: number;
  /** SHA-256 over the head before that entry and the entry's own hash, both as hexadecimal text. */
  readonly hash: string;
}

/** Before the first entry. */
export const FIRST_HEAD: RegistryHead = { row: 0, hash: '0'.repeat(64) };

/** A head that was written down to be kept. */
export interface KeptHead extends RegistryHead {
  readonly registry: string;
  /** Instant (UTC). */
  readonly at: string;
}
