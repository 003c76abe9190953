import { jsonPointer } from '../json-pointer.ts';
import { FORBIDDEN_KEYS } from './forbidden-keys.ts';
import { DEFINITION_LIMITS } from './limits.ts';
import type { Problem } from './problem.ts';
import { forbiddenKey, notData, tooDeep, tooLarge } from './shape-problems.ts';

/** A copy that holds nothing but JSON, or why there is none. */
export type Copied = { readonly data: unknown } | { readonly problems: Problem[] };

/** A place in the copy that is still to be filled. */
interface Waiting {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
  readonly put: (copy: unknown) => void;
}

/**
 * Copies what was handed in as plain JSON data, without recursion and without running anything of it: own properties
 * only, no getters; refused when it is larger or deeper than a definition may be, or holds forbidden keys.
 */
export function copyAsData(input: unknown): Copied {
  try {
    return new Copier().copy(input);
  } catch {
    // A proxy can throw at whatever it is asked.
    return { problems: [notData('')] };
  }
}

class Copier {
  readonly #problems: Problem[] = [];
  readonly #waiting: Waiting[] = [];
  /**
   * About the bytes that the JSON of it would have; the same object twice counts twice. What is told to prove a process
   * does not run with it, and nobody reads it in two languages: the scenarios may weigh as much again, and translations.
   */
  readonly #sizes = { scenarios: 0, translations: 0, rest: 0 };
  #otherLanguages: readonly unknown[] = [];

  copy(input: unknown): Copied {
    let data: unknown;
    this.#otherLanguages = languagesOf(input).slice(1);
    this.#waiting.push({ value: input, path: [], put: (copy) => (data = copy) });
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      this.#copyOne(next);
      if (this.#isTooLarge()) return { problems: [tooLarge()] };
    }
    return this.#problems.length > 0 ? { problems: this.#problems } : { data };
  }

  #copyOne({ value, path, put }: Waiting): void {
    if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
      this.#count(path, 2);
      put(value);
    } else if (typeof value === 'string') {
      this.#count(path, value.length + 2);
      put(value);
    } else if (typeof value !== 'object') {
      this.#problems.push(notData(jsonPointer(...path)));
    } else if (path.length >= DEFINITION_LIMITS.nesting) {
      this.#problems.push(tooDeep(jsonPointer(...path)));
    } else if (Array.isArray(value)) {
      this.#copyList(value, path, put);
    } else {
      this.#copyRecord(value, path, put);
    }
  }

  #copyList(list: readonly unknown[], path: Waiting['path'], put: Waiting['put']): void {
    const copy: unknown[] = [];
    put(copy);
    this.#count(path, list.length + 2);
    if (this.#isTooLarge()) return;
    for (let index = 0; index < list.length; index += 1) {
      const at = [...path, index];
      this.#later(list, index, at, (item) => {
        copy[index] = item;
      });
    }
  }

  #copyRecord(record: object, path: Waiting['path'], put: Waiting['put']): void {
    const prototype: unknown = Object.getPrototypeOf(record);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      this.#problems.push(notData(jsonPointer(...path)));
      return;
    }
    const copy: Record<string, unknown> = {};
    put(copy);
    for (const key of Object.getOwnPropertyNames(record)) {
      const at = [...path, key];
      this.#count(at, key.length + 3);
      if (this.#isTooLarge()) return;
      if (FORBIDDEN_KEYS.has(key)) {
        this.#problems.push(forbiddenKey(jsonPointer(...at), key));
        continue;
      }
      this.#later(record, key, at, (value) => {
        copy[key] = value;
      });
    }
  }

  #count(path: Waiting['path'], bytes: number): void {
    if (path[0] === 'scenarios') this.#sizes.scenarios += bytes;
    else if (this.#otherLanguages.includes(path.at(-1))) this.#sizes.translations += bytes;
    else this.#sizes.rest += bytes;
  }

  #isTooLarge(): boolean {
    return Math.max(...Object.values(this.#sizes)) > DEFINITION_LIMITS.bytes;
  }

  #later(holder: object, key: string | number, path: Waiting['path'], put: Waiting['put']): void {
    const property = Object.getOwnPropertyDescriptor(holder, key);
    if (property && !('value' in property)) this.#problems.push(notData(jsonPointer(...path)));
    // What is undefined is left out, as JSON does.
    else if (property?.value !== undefined) {
      // Holds its place, for the last found is the first copied.
      put(null);
      this.#waiting.push({ value: property.value, path, put });
    } else if (Array.isArray(holder)) this.#problems.push(notData(jsonPointer(...path)));
  }
}

/** Those that it says it speaks, beginning with the one in which it is written; none where it does not say. */
function languagesOf(input: unknown): readonly unknown[] {
  const declared = ownValue(Object(input), 'languages');
  if (!Array.isArray(declared)) return [];
  const count = Math.min(declared.length, DEFINITION_LIMITS.languages);
  return Array.from({ length: count }, (_, index) => ownValue(declared, index));
}

function ownValue(holder: object, key: string | number): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}
