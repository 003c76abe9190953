import { type StateView, selfAndAncestors, type TransitionView } from '../chart-view.ts';

type Known = Map<StateView, bigint | undefined>;

/** The facts that are certain in states, as far as is known; undefined where no way to the state is known yet. */
export class HeldFacts {
  readonly #held = new Map<StateView, bigint>();
  // Worked out once, until something inside the state changes.
  readonly #inside: Known = new Map();
  readonly #whenDone: Known = new Map();

  of(state: StateView): bigint | undefined {
    return this.#held.get(state);
  }

  /** Takes away what another way into a state does not bring. Tells whether that changed anything. */
  narrow(state: StateView, brought: bigint): boolean {
    const before = this.#held.get(state);
    const now = before === undefined ? brought : before & brought;
    if (now === before) return false;
    this.#held.set(state, now);
    for (const one of selfAndAncestors(state)) {
      this.#inside.delete(one);
      this.#whenDone.delete(one);
    }
    return true;
  }

  /** What is certain at the moment a transition is taken; undefined where no way to it is known yet. */
  whenTaken({ source, trigger }: TransitionView): bigint | undefined {
    if (trigger.kind === 'done') return this.#whenDoneIn(source);
    return this.of(source) === undefined ? undefined : this.#insideOf(source);
  }

  /** Common to all the innermost states inside that can be reached. */
  #insideOf(state: StateView): bigint | undefined {
    return remembered(this.#inside, state, () => {
      const inside = state.children.map((child) => this.#insideOf(child));
      return state.kind === 'parallel' ? union(inside) : (common(inside) ?? this.of(state));
    });
  }

  /** A compound state is done in one of its final states; a parallel one when all its regions are. */
  #whenDoneIn(state: StateView): bigint | undefined {
    return remembered(this.#whenDone, state, () => {
      if (state.kind !== 'parallel') {
        return common(state.children.filter((child) => child.kind === 'final').map((child) => this.of(child)));
      }
      const regions = state.children.filter((child) => child.kind !== 'history');
      const done = regions.map((region) => this.#whenDoneIn(region));
      return done.includes(undefined) ? undefined : union(done);
    });
  }
}

function remembered(known: Known, state: StateView, compute: () => bigint | undefined): bigint | undefined {
  if (!known.has(state)) known.set(state, compute());
  return known.get(state);
}

function union(sets: readonly (bigint | undefined)[]): bigint {
  return sets.reduce<bigint>((all, set) => all | (set ?? 0n), 0n);
}

function common(sets: readonly (bigint | undefined)[]): bigint | undefined {
  return sets.reduce((all, set) => (all === undefined || set === undefined ? (all ?? set) : all & set), undefined);
}
