import { complement, type Domain, intersection, isEmptySet, presentValues, type ValueSet } from './value-set.ts';

/** A statement about what names hold: one name's values, or several statements together. */
export type Formula = Holds | Several;

export interface Holds {
  readonly kind: 'holds';
  readonly name: string;
  readonly domain: Domain;
  readonly values: ValueSet;
  readonly size: 1;
}

export interface Several {
  readonly kind: 'all' | 'any';
  readonly parts: readonly Formula[];
  /** How many statements it is made of, itself among them. */
  readonly size: number;
}

/** Single statements looked at before giving up; as many take about 20 ms. */
const MAX_LOOKS = 25_000;

/** One name has one of these values. */
export function holding(name: string, domain: Domain, values: ValueSet): Holds {
  return { kind: 'holds', name, domain, values, size: 1 };
}

/** Several statements, every one true; true of none. */
export function allOf(parts: readonly Formula[]): Several {
  return { kind: 'all', parts, size: sizeOf(parts) };
}

/** Several statements, at least one true; false of none. */
export function anyOf(parts: readonly Formula[]): Several {
  return { kind: 'any', parts, size: sizeOf(parts) };
}

function sizeOf(parts: readonly Formula[]): number {
  return parts.reduce((size, part) => size + part.size, 1);
}

/** The statement that is true exactly when this one is not. */
export function negation(formula: Formula): Formula {
  if (formula.kind === 'holds')
    return holding(formula.name, formula.domain, complement(formula.domain, formula.values));
  const parts = formula.parts.map(negation);
  return formula.kind === 'all' ? anyOf(parts) : allOf(parts);
}

/**
 * Whether no values of the names make the statement true. False also when there are too many alternatives to try: then it
 * only means "not known to be impossible".
 */
export function isImpossible(formula: Formula): boolean {
  return !new Search().mayHold([formula], new Map());
}

/** What each name may still be, at one point of a search. */
type Known = Map<string, ValueSet>;
type Status = 'certain' | 'impossible' | 'open';

class Search {
  #looks = 0;

  mayHold(pending: readonly Formula[], before: Known): boolean {
    const known = new Map(before);
    const choices = this.#withoutChoice(pending, known);
    if (choices === undefined) return false;
    const [first, ...others] = choices.sort((a, b) => a.parts.length - b.parts.length);
    if (!first || this.#looks > MAX_LOOKS) return true;
    return first.parts.some((part) => this.mayHold([part, ...others], known));
  }

  /** Takes over into `known` all that leaves no choice, and gives the choices left; undefined when something cannot be. */
  #withoutChoice(pending: readonly Formula[], known: Known): Several[] | undefined {
    const queue = [...pending];
    let choices: Several[] = [];
    for (let next = queue.pop(); next; next = queue.pop()) {
      const status = this.#statusOf(next, known);
      if (status === 'impossible') return undefined;
      if (status === 'certain') continue;
      if (next.kind === 'all') queue.push(...next.parts);
      if (next.kind === 'any') choices.push(next);
      if (next.kind === 'holds') {
        known.set(next.name, intersection(next.domain, knownOf(next, known), next.values));
        // What is now known may decide choices that were open before.
        queue.unshift(...choices);
        choices = [];
      }
    }
    return choices.map((choice) => anyOf(choice.parts.filter((part) => this.#statusOf(part, known) !== 'impossible')));
  }

  #statusOf(formula: Formula, known: Known): Status {
    if (formula.kind === 'holds') return this.#look(formula, known);
    const decisive = formula.kind === 'all' ? 'impossible' : 'certain';
    let isOpen = false;
    for (const part of formula.parts) {
      const status = this.#statusOf(part, known);
      if (status === decisive) return decisive;
      isOpen ||= status === 'open';
    }
    if (isOpen) return 'open';
    return formula.kind === 'all' ? 'certain' : 'impossible';
  }

  #look(statement: Holds, known: Known): Status {
    this.#looks += 1;
    const { domain, values } = statement;
    const before = knownOf(statement, known);
    if (isEmptySet(intersection(domain, before, values))) return 'impossible';
    return isEmptySet(intersection(domain, before, complement(domain, values))) ? 'certain' : 'open';
  }
}

function knownOf({ name, domain }: Holds, known: Known): ValueSet {
  return known.get(name) ?? everything(domain);
}

function everything(domain: Domain): ValueSet {
  return { intervals: presentValues(domain).intervals, absent: domain.optional };
}
