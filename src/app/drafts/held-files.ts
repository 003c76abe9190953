import type { Typed } from '../ports/drafts.ts';

/** Ends the name of a control that holds ids of files, uploaded and not filed yet. */
export const HELD_FILES = '.kept';

/** The files that a draft holds, by id. */
export function heldFiles(typed: Typed): readonly string[] {
  return Object.entries(typed).flatMap(([name, ids]) => (name.endsWith(HELD_FILES) ? ids : []));
}
