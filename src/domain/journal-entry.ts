import type { Audience } from './audience.ts';
import type { Command } from './command.ts';

/**
 * One accepted command, as the journal keeps it for ever. Replaying the entries of a case through `decide` under its
 * pinned workflow version, and its own revision of the engine, gives its case file again, byte for byte.
 */
export interface JournalEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** 128 random bits; every id that the command made is this one and a suffix. */
  readonly id: string;
  /** The revision of the engine under which it was decided. */
  readonly engine: number;
  /** Instant (UTC) at which it was decided. */
  readonly at: string;
  readonly command: Command;
  readonly audience: Audience;
  /** Where the case then stood. */
  readonly stage: string;
  readonly state: string;
}
