import type { Actor } from './actor.ts';

/** A file as it was filed for an exhibit; the last of them is what counts. */
export interface ExhibitVersion {
  /** Id of the uploaded document. */
  readonly document: string;
  /** Instant (UTC). */
  readonly filedAt: string;
  readonly by: Actor;
}

/** What was said of an exhibit before it was said otherwise: what the other side has read is never changed in silence. */
export interface EarlierWords extends Pick<Exhibit, 'description' | 'datedOn'> {
  /** Instant (UTC) at which other words took their place. */
  readonly changedAt: string;
  readonly changedBy: Actor;
}

/** A thing in evidence. It is never taken out of the case again: withdrawn, it stays listed under its number. */
export interface Exhibit {
  readonly id: string;
  /** `A-1`: by which everybody calls it, for ever; never given twice in a case. */
  readonly number: string;
  /** The party whose evidence it is. */
  readonly party: string;
  /** What it shows, in the party's words; absent for files that came with the answers of a form. */
  readonly description?: string;
  /** The date of the thing itself, as the party gave it. */
  readonly datedOn?: string;
  /** What was said of it before, from the first on; absent while it is as it was said first. */
  readonly earlier?: readonly EarlierWords[];
  /** From the first on; at least one. */
  readonly versions: readonly ExhibitVersion[];
  readonly withdrawn?: { readonly at: string; readonly by: Actor; readonly reason?: string };
}

/** What became of an exhibit, in a word. */
export function exhibitStatus({ versions, withdrawn }: Exhibit): 'filed' | 'replaced' | 'withdrawn' {
  if (withdrawn) return 'withdrawn';
  return versions.length > 1 ? 'replaced' : 'filed';
}
