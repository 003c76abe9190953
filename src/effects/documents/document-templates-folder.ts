import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where templates/documents lies, whether this file runs from its source or from a bundle in the same checkout. */
export function documentTemplatesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates', 'documents', 'sheet.typ'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('templates/documents is missing beside the program; restore it from the repository');
    folder = parent;
  }
  return join(folder, 'templates', 'documents');
}
