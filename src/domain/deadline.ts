/** A legal date that a case is waiting for, beside the reason it falls when it does. */
export interface Deadline {
  readonly id: string;
  /** The definition's name for it: `responseWindow`. */
  readonly name: string;
  /** Which chart waits: `case`, a party id, or `offer:<id>` for an offer's own expiry. */
  readonly chart: string;
  /** The chart event that its expiry raises. */
  readonly raises: string;
  readonly party?: string;
  /** Instant (UTC) of the stated minute, `2026-03-17T06:59:00Z`; it expires when that minute has ended. */
  readonly dueAt: string;
  readonly localDate: string;
  readonly zone: string;
  readonly calendar: { readonly id: string; readonly version: number };
  /** The local date or instant it is counted from, and how many units were counted. */
  readonly basis: string;
  readonly count: number;
  /** How often it was extended, and by how many days in all. */
  readonly extensions: number;
  readonly extendedDays: number;
  /** Why it falls then, one sentence for each language. */
  readonly why: Readonly<Record<string, string>>;
  /** Instants at which a reminder is still to be sent, with the notice's name. */
  readonly reminders: readonly { readonly at: string; readonly notice: string }[];
}
