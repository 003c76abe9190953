import { REGISTRY_NAME } from '../registry-of.ts';
import type { RegistryEntry } from './directory.ts';

type Directory = readonly RegistryEntry[];

/** The directory after a change, or in a sentence why it stays as it is. */
export type DirectoryChange = { readonly directory: Directory } | { readonly refused: string };

/**
 * New cases go to this registry: from now on to it alone, or, beside the ones that take them already, to each in turn.
 * One that the tribunal does not have yet is added.
 */
export function openInDirectory(
  directory: Directory,
  id: string,
  { at, beside }: { readonly at: string; readonly beside: boolean },
): DirectoryChange {
  if (!REGISTRY_NAME.test(id))
    return { refused: `"${id}" is no name for a registry: take a small letter, then up to 15 small letters or digits` };
  const known = directory.find((entry) => entry.id === id);
  if (known?.takesNewCases) return { refused: `${id} takes new cases already` };
  const before = directory
    .filter((entry) => entry !== known)
    .map((entry) => (beside ? entry : { ...entry, takesNewCases: false }));
  const opened = { id, openedAt: known ? known.openedAt : at, takesNewCases: true };
  return { directory: known ? replaced(before, directory.indexOf(known), opened) : [...before, opened] };
}

function replaced(others: Directory, place: number, entry: RegistryEntry): Directory {
  return [...others.slice(0, place), entry, ...others.slice(place)];
}

/** No new case goes to this registry; those that it has go on in it. */
export function closeInDirectory(directory: Directory, id: string): DirectoryChange {
  const known = directory.find((entry) => entry.id === id);
  if (!known)
    return { refused: `there is no registry "${id}"; there are ${directory.map((one) => one.id).join(', ')}` };
  if (!known.takesNewCases) return { refused: `${id} takes no new cases already` };
  if (directory.every((entry) => entry === known || !entry.takesNewCases))
    return { refused: `${id} is the last that takes new cases; open another first` };
  return { directory: directory.map((entry) => (entry === known ? { ...entry, takesNewCases: false } : entry)) };
}
