import { jsonPointer } from '../json-pointer.ts';
import { FORBIDDEN_KEYS } from './forbidden-keys.ts';
import { DEFINITION_LIMITS } from './limits.ts';
import { error, type Problem } from './problem.ts';
import { forbiddenKey, tooDeep } from './shape-problems.ts';

/** An object or array that the scan is inside of. */
interface Open {
  readonly keys: Set<string> | undefined;
  /** The key or index that comes next or is being read. */
  at: string | number;
}

/**
 * Looks through JSON text once, from left to right, for what `JSON.parse` would let pass: too many levels, a key written
 * twice (the parser keeps the last in silence), keys that reach into JavaScript's own objects. Whether the text is JSON at
 * all is the parser's to say.
 */
export function scanJsonText(text: string): Problem[] {
  const scan = new Scan();
  for (let at = 0; at < text.length && !scan.isOver; at += 1) {
    if (text[at] === '"') {
      const end = endOfString(text, at);
      scan.string(text.slice(at, end + 1));
      at = end;
    } else scan.sign(text[at] as string);
  }
  return scan.problems;
}

class Scan {
  readonly problems: Problem[] = [];
  isOver = false;
  readonly #open: Open[] = [];
  #lastString: string | undefined;

  string(quoted: string): void {
    this.#lastString = unquoted(quoted);
  }

  sign(sign: string): void {
    const inner = this.#open.at(-1);
    if (sign === '{' || sign === '[') this.#enter(sign === '{');
    else if (sign === '}' || sign === ']') this.#open.pop();
    else if (sign === ',' && typeof inner?.at === 'number') inner.at += 1;
    else if (sign === ':' && inner?.keys && this.#lastString !== undefined)
      this.#enterKey(inner, inner.keys, this.#lastString);
  }

  #enter(isObject: boolean): void {
    if (this.#open.length < DEFINITION_LIMITS.nesting) {
      this.#open.push(isObject ? { keys: new Set(), at: '' } : { keys: undefined, at: 0 });
    } else this.#report(tooDeep(pointerTo(this.#open)), true);
  }

  #enterKey(inner: Open, keys: Set<string>, key: string): void {
    inner.at = key;
    const path = pointerTo(this.#open);
    if (FORBIDDEN_KEYS.has(key)) this.#report(forbiddenKey(path, key));
    else if (keys.has(key)) this.#report(writtenTwice(path, key));
    keys.add(key);
  }

  #report(problem: Problem, isOver = false): void {
    this.problems.push(problem);
    this.isOver = isOver || this.problems.length >= DEFINITION_LIMITS.problems;
  }
}

function pointerTo(open: readonly Open[]): string {
  return jsonPointer(...open.map((one) => one.at));
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** A key is what its escapes say: `"\\u005f_proto__"` is `__proto__`. */
function unquoted(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

function writtenTwice(path: string, key: string): Problem {
  const message = `“${key}” is written twice in the same place; only the last one would count.`;
  return error('duplicate-key', path, message, 'Remove one of them, or give it another name.');
}
