import { may } from '../../domain/access/authority.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Wide } from '../ports/everywhere.ts';
import type { QueryPorts } from '../queries/audited-read.ts';
import { type LetterView, lettersHere } from './letters-here.ts';

/** All letters of the tribunal that wait to be posted, oldest first; undefined for who is not of the registry. Looks at secret addresses are audited. */
export async function listLetters(
  ports: QueryPorts & Wide,
  viewer: Viewer,
): Promise<readonly LetterView[] | undefined> {
  if (!may(viewer, 'letter.list', undefined)) return undefined;
  const others = ports.everywhere?.others() ?? [];
  const lists = await Promise.all([lettersHere(ports, viewer), ...others.map((desk) => desk.letters(viewer))]);
  return lists.flat().toSorted((one, other) => one.writtenAt.localeCompare(other.writtenAt));
}
