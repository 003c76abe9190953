import { DEFINITION_LIMITS } from './limits.ts';
import { error, type Problem } from './problem.ts';
import { scanJsonText } from './scan-json-text.ts';
import { tooLarge } from './shape-problems.ts';

/** JSON read from a text, or why it could not be. */
export type Read = { readonly json: unknown } | { readonly problems: readonly Problem[] };

/**
 * Reads the JSON of a definition from whoever sent it: refused before parsing when the text is over 1 MB, nested too deeply,
 * holds a key twice or a key that JavaScript gives a meaning. What it says is for `checkDefinition`.
 *
 * @example
 * const read = readDefinition(text);
 * const { ok, problems } = 'json' in read ? checkDefinition(read.json) : { ok: false, problems: read.problems };
 */
export function readDefinition(text: string): Read {
  if (isTooLarge(text)) return { problems: [tooLarge()] };
  const problems = scanJsonText(text);
  if (!wasReadToItsEnd(problems)) return { problems };
  try {
    const json = JSON.parse(text);
    return problems.length > 0 ? { problems } : { json };
  } catch (thrown) {
    return { problems: [notJson(text, thrown instanceof Error ? thrown.message : '')] };
  }
}

/** Only then is it known how deep the text nests, and that it can be parsed. */
function wasReadToItsEnd(problems: readonly Problem[]): boolean {
  return problems.length < DEFINITION_LIMITS.problems && problems.every(({ code }) => code !== 'too-deep');
}

/** A character is up to three bytes: only a text near the limit needs counting. */
function isTooLarge(text: string): boolean {
  if (text.length > DEFINITION_LIMITS.textBytes) return true;
  return (
    text.length * 3 > DEFINITION_LIMITS.textBytes && new TextEncoder().encode(text).length > DEFINITION_LIMITS.textBytes
  );
}

function notJson(text: string, reason: string): Problem {
  const position = /position (\d+)/.exec(reason)?.[1];
  const where = position === undefined ? 'at its end' : lineAndColumn(text, Number(position));
  const fix = 'Look there for a missing comma, quotation mark or bracket, or a comma too many. Comments are not JSON.';
  return error('not-json', '', `The text is not JSON: it cannot be read ${where}.`, fix);
}

function lineAndColumn(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
