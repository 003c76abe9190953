import { closestName } from '../../expression/closest-name.ts';
import { error, type Problem } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';

const NAMES_LISTED = 10;

/** Something refers to a name that is not there: says which it may have meant. */
export function unknownName(
  code: ProblemCode,
  path: string,
  said: { readonly where: string; readonly what: string; readonly name: string; readonly known: Iterable<string> },
): Problem {
  const known = [...said.known];
  const close = closestName(said.name, known);
  const listed = known.slice(0, NAMES_LISTED).join(', ') + (known.length > NAMES_LISTED ? ', …' : '');
  const among = listed === '' ? 'The definition has none yet: declare it.' : `There are: ${listed}.`;
  const fix = close ? `Did you mean “${close}”? ${among}` : among;
  return error(code, path, `${said.where} names the ${said.what} “${said.name}”, which does not exist.`, fix);
}
