import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import type { KeptHead } from '../../app/heads/registry-head.ts';
import { readHead } from './signed-head.ts';

export interface HeadsFile {
  readonly kept: readonly KeptHead[];
  /** Numbers of lines that none of the keys signed. */
  readonly strange: readonly number[];
}

/**
 * Reads signed heads, one a line; none where there is no file yet.
 *
 * @throws when the file cannot be read
 */
export async function readHeadsFile(file: string, keys: JSONWebKeySet): Promise<HeadsFile> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const kept: KeptHead[] = [];
  const strange: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const head = await readHead(keys, line.trim());
    if (head) kept.push(head);
    else strange.push(index + 1);
  }
  return { kept, strange };
}

/** Adds lines at the end of the file, on disk when this returns. */
export function appendLines(file: string, lines: readonly string[]): void {
  const handle = openSync(file, 'a', 0o600);
  try {
    writeSync(handle, lines.map((line) => `${line}\n`).join(''));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
