import { HELD_FILES } from '../../../app/drafts/held-files.ts';

/** Where the ids of files that were uploaded for a field are kept. */
export function keptControl(field: string): string {
  return field + HELD_FILES;
}
