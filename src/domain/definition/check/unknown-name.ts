import { closestName } from '../../expression/closest-name.ts';
import { error, type Problem } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';

const NAMES_LISTED = 10;

interface Said {
  readonly where: string;
  readonly what: string;
  readonly name: string;
  readonly known: Iterable<string>;
}

/** Something refers to a name that is not there: says which it may have meant. */
export function unknownName(code: ProblemCode, path: string, said: Said): Problem {
  const message = `${said.where} names the ${said.what} “${said.name}”, which does not exist.`;
  return error(code, path, message, () => meant(said));
}

function meant(said: Said): string {
  const known = [...said.known];
  const close = closestName(said.name, known);
  const listed = known.slice(0, NAMES_LISTED).join(', ') + (known.length > NAMES_LISTED ? ', …' : '');
  const among = listed === '' ? 'The definition has none yet: declare it.' : `There are: ${listed}.`;
  return close ? `Did you mean “${close}”? ${among}` : among;
}
