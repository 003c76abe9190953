import { existsSync, readFileSync } from 'node:fs';
import { type TribunalNames, tribunalNamesSchema } from '../tribunal-names.ts';

/**
 * The tribunal in a file of the data folder; undefined when there is none.
 *
 * @throws with what to write when the file is not as it should be.
 */
export function readTribunalFile(file: string): TribunalNames | undefined {
  if (!existsSync(file)) return undefined;
  const read = tribunalNamesSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(
    `${file} must be like {"name": {"en": "…"}, "address": {"en": "…"}, "contact": "registry@example.org"}; ` +
      read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; '),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
