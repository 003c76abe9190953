import type { Viewer } from '../../../domain/viewer.ts';

/** The address of an account; empty where there is none: nobody is signed in, or by Digital ID alone. */
export function emailOf(viewer: Viewer): string {
  return viewer.kind === 'user' ? viewer.email : '';
}
