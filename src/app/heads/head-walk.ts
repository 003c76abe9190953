import type { Ids } from '../ports/ids.ts';
import { FIRST_HEAD, type KeptHead, type RegistryHead } from './registry-head.ts';

/** Whose entries are walked over, and from where. */
export interface EntrySource {
  readonly registry: string;
  /** As `RegistryReads.entryHashes`; from another machine it takes a while. */
  entryHashes(after: number): EntryHashes | Promise<EntryHashes>;
}

type EntryHashes = readonly { readonly row: number; readonly hash: string }[];

/** A walk over all entries of a registry, a bite at a time. */
export interface HeadWalk {
  /** Goes on by some hundred entries; false when there are no more by now. */
  step(): Promise<boolean>;
  /** Where it has come to. */
  readonly head: RegistryHead;
  /** What was found so far of the heads that were kept, as a sentence; undefined while all hold. */
  readonly broken: string | undefined;
}

/** Rows count from 1; one below that was put there by somebody, and is not passed over. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/**
 * Chains the entries of all cases, from the first one on, and compares with the heads that were kept. Who rewrites a case
 * from its first entry, or removes entries with all that they made, leaves journals that are whole: only a head from
 * before that, kept where they cannot write, tells.
 *
 * @param kept of any registry, in any order
 */
export function headWalk(source: EntrySource, hashOf: Ids['hash'], kept: readonly Readonly<KeptHead>[] = []): HeadWalk {
  const awaited = kept.filter(({ registry }) => registry === source.registry).toSorted((a, b) => a.row - b.row);
  let head = FIRST_HEAD;
  let after = BEFORE_ALL;
  let lastTrue: KeptHead | undefined;
  let broken: string | undefined;

  return {
    async step() {
      const entries = await source.entryHashes(after);
      for (const { row, hash } of entries) {
        compareUpTo(row - 1);
        head = { row, hash: hashOf(head.hash + hash) };
        after = row;
      }
      compareUpTo(head.row);
      if (entries.length > 0) return true;
      if (awaited[0]) broken ??= cutOff(awaited[0], head);
      return false;
    },
    get head() {
      return head;
    },
    get broken() {
      return broken;
    },
  };

  /** Of several heads the first that does not hold is told: those after it cannot hold either. */
  function compareUpTo(row: number): void {
    for (let next = awaited[0]; next && next.row <= row; next = awaited[0]) {
      awaited.shift();
      if (next.row === head.row && next.hash === head.hash) lastTrue = next;
      else broken ??= rewritten(next, lastTrue);
    }
  }
}

function rewritten({ row, at }: KeptHead, lastTrue: KeptHead | undefined): string {
  const from = lastTrue
    ? `entries ${lastTrue.row + 1} to ${row} of the registry are not those that stood there on ${at}; those before them are as they were on ${lastTrue.at}`
    : `entries 1 to ${row} of the registry are not those that stood there on ${at}`;
  return `${from}: somebody changed or removed some of them`;
}

function cutOff(next: KeptHead, head: RegistryHead): string {
  return `the registry ends with entry ${head.row}, and on ${next.at} it had ${next.row}: its newest entries were removed, or an older copy was put in its place`;
}
