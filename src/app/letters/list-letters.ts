import { may } from '../../domain/access/authority.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Wide } from '../ports/everywhere.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { QueryPorts } from '../queries/audited-read.ts';
import { mergePages, oldestFirst } from '../registries/merge-pages.ts';
import { type LetterView, lettersHere } from './letters-here.ts';

/**
 * A page of the tribunal's letters that wait to be posted, oldest first; undefined for who is not of the registry. Looks
 * at secret addresses are audited.
 */
export async function listLetters(
  ports: QueryPorts & Wide,
  viewer: Viewer,
  page: PageRequest,
): Promise<Page<LetterView> | undefined> {
  if (!may(viewer, 'letter.list', undefined)) return undefined;
  const others = ports.everywhere?.others() ?? [];
  const here = lettersHere(ports, viewer, page);
  const pages = await Promise.all([here, ...others.map((desk) => desk.letters(viewer, page))]);
  return mergePages(page.limit, pages, ({ writtenAt, id }) => [writtenAt, id], oldestFirst);
}
