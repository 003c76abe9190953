import { HOME } from '../../app/registry-of.ts';

/** Where the copy of a registry stands: the home registry's under the name that was asked for, the others' beside it. */
export function backupFile(place: string, id: string): string {
  return id === HOME ? place : `${place}.${id}`;
}
