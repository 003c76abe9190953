import { oncePer } from '../once-per.ts';

/** A fact that becomes true, or (`isTrue` false) untrue. Facts are texts: `outcome`, `party.servedOn`. */
export interface FactChange {
  readonly fact: string;
  readonly isTrue: boolean;
}

/** Facts that can be asked for by their texts. */
export type FactSet = Pick<ReadonlySet<string>, 'has'>;

/** What something does to facts: the lost become untrue, then the gained true. */
export interface Effect {
  readonly lost: bigint;
  readonly gained: bigint;
}

/**
 * Gives each fact a bit, so that a set of facts is one number. Definitions can have five thousand facts in five hundred
 * states: as sets of texts they take seconds to intersect.
 */
export class NumberedFacts {
  readonly #bits = new Map<string, bigint>();

  /** What changes do that happen one after the other. */
  readonly effectOf = oncePer((changes: readonly FactChange[]): Effect => {
    let lost = 0n;
    let gained = 0n;
    for (const { fact, isTrue } of changes) {
      const bit = this.#bitOf(fact);
      if (isTrue) gained |= bit;
      else {
        lost |= bit;
        gained = without(gained, bit);
      }
    }
    return { lost, gained };
  });

  setOf(facts: bigint): FactSet {
    return { has: (fact) => (facts & (this.#bits.get(fact) ?? 0n)) !== 0n };
  }

  #bitOf(fact: string): bigint {
    const bit = this.#bits.get(fact) ?? 1n << BigInt(this.#bits.size);
    this.#bits.set(fact, bit);
    return bit;
  }
}

/** The facts that are true after an effect. */
export function applied({ lost, gained }: Effect, facts: bigint): bigint {
  return without(facts, lost) | gained;
}

function without(facts: bigint, lost: bigint): bigint {
  return lost === 0n ? facts : facts ^ (facts & lost);
}
