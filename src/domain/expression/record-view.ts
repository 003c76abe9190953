import type { EvaluationRun } from './evaluation-run.ts';
import { ExpressionFailure } from './expression-failure.ts';
import { EXPRESSION_LIMITS } from './expression-limits.ts';
import { readPlain, WORK_OF_LISTED } from './read-plain.ts';
import type { RecordType, ScopeField, ScopeType } from './scope-type.ts';

const INPUT: unique symbol = Symbol('input');

/** A record of the input as the evaluator sees it: only declared fields, each converted and verified when it is read. */
export interface RecordView {
  readonly [INPUT]: object;
}
export type RecordViewClass = new (input: object) => RecordView;
type Reader = (value: unknown) => unknown;

/** Makes the view class of each record type of a scope, once. */
export class RecordViews {
  readonly #classes = new Map<RecordType, RecordViewClass>();
  readonly #run: EvaluationRun;

  constructor(run: EvaluationRun) {
    this.#run = run;
  }

  /** The class whose instances show `record`: a getter for each declared field, nothing else. */
  classOf(record: RecordType): RecordViewClass {
    const known = this.#classes.get(record);
    if (known) return known;
    const view = makeClass();
    this.#classes.set(record, view);
    for (const [name, field] of record.fields) {
      Object.defineProperty(view.prototype, name, { get: this.#getterOf(name, field) });
    }
    return view;
  }

  #getterOf(name: string, field: ScopeField): (this: RecordView) => unknown {
    const read = this.#readerOf(field.type, name);
    const { within, otherwise } = field;
    return function get() {
      const holder = within ? ownValue(this[INPUT], within) : this[INPUT];
      const value = holder === undefined || holder === null ? undefined : ownValue(holder, name);
      // Null is what a form keeps for a question left open: absent, like undefined.
      if (value !== undefined && value !== null) return read(value);
      return otherwise === undefined ? undefined : read(otherwise);
    };
  }

  #readerOf(type: ScopeType, name: string): Reader {
    if (type.kind === 'record') return this.#recordReader(type, name);
    if (type.kind === 'records') return this.#listReader(this.#recordReader(type.of, name), name);
    const run = this.#run;
    return (value) => readPlain(type.kind, value, name, run);
  }

  #recordReader(type: RecordType, name: string): Reader {
    const View = this.classOf(type);
    return (value) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new View(value);
      throw new ExpressionFailure('wrong-value', `“${name}” is not a record.`);
    };
  }

  #listReader(readItem: Reader, name: string): Reader {
    const run = this.#run;
    return (value) => {
      if (!Array.isArray(value)) throw new ExpressionFailure('wrong-value', `“${name}” is not a list.`);
      if (value.length > EXPRESSION_LIMITS.parties) {
        throw new ExpressionFailure('too-much-work', `“${name}” has more than ${EXPRESSION_LIMITS.parties} items.`);
      }
      run.spend(value.length * WORK_OF_LISTED);
      const items: unknown[] = [];
      for (const item of value) items.push(readItem(item));
      return items;
    };
  }
}

/** What the view was made from: for functions that are handed in, which know nothing of views. */
export function inputOf(view: RecordView): object {
  return view[INPUT];
}

function makeClass(): RecordViewClass {
  return class implements RecordView {
    readonly [INPUT]: object;
    constructor(input: object) {
      this[INPUT] = input;
    }
  };
}

function ownValue(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) return undefined;
  return (holder as Record<string, unknown>)[name];
}
