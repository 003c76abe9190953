import { HOME, registryOf } from '../app/registry-of.ts';

/**
 * Which registry answers a request: the one that made the first id in the path, if the tribunal has it; the home registry
 * for all else. Lists, sign-in and the opening of cases are home's.
 *
 * @example registryFor('https://t.example/cases/east-7m2x9kq4v0c8t3e5h1ga6nybwr', (id) => id === 'east') // 'east'
 */
export function registryFor(url: string, isKnown: (registry: string) => boolean): string {
  const registry = registryOf(firstId(pathOf(url)) ?? '');
  return registry !== HOME && isKnown(registry) ? registry : HOME;
}

/** A URL's path, as it came; parsing it whole costs as much as finding a case. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start < 0) return '';
  const end = url.slice(start).search(/[?#]/);
  return end < 0 ? url.slice(start) : url.slice(start, start + end);
}

/** What lies under `/dev` is of the demonstration, not of a case; the code of a letter begins with a registry's name, and is asked of home. */
function firstId(path: string): string | undefined {
  if (path.startsWith('/dev/') || path.startsWith('/n/')) return undefined;
  return path
    .split('/')
    .map(decoded)
    .find((segment) => registryOf(segment) !== HOME || segment.startsWith(`${HOME}-`));
}

function decoded(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
