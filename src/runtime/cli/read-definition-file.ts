import { readFileSync } from 'node:fs';
import { checkDefinition } from '../../domain/definition/check/check-definition.ts';
import type { Problem } from '../../domain/definition/check/problem.ts';
import { readDefinition } from '../../domain/definition/check/read-definition.ts';
import type { Definition } from '../../domain/definition/schema.ts';

export interface CheckedFile {
  readonly problems: readonly Problem[];
  /** Undefined when there is an error among the problems. */
  readonly definition: Definition | undefined;
}

/**
 * Reads and checks a definition in a file.
 *
 * @throws when the file cannot be read
 */
export function readDefinitionFile(file: string): CheckedFile {
  const read = readDefinition(textOf(file));
  if (!('json' in read)) return { problems: read.problems, definition: undefined };
  const { problems, definition } = checkDefinition(read.json);
  return { problems, definition };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(code === 'ENOENT' ? `There is no file ${file}` : `${file} cannot be read: ${code}`);
  }
}
