import { existsSync } from 'node:fs';
import { type EntrySource, headWalk } from '../../app/heads/head-walk.ts';
import type { KeptHead } from '../../app/heads/registry-head.ts';
import { readHeadKeys } from '../heads/head-keys.ts';
import { readHeadsFile } from '../heads/heads-file.ts';
import { nodeIds } from '../node-ids.ts';
import type { CliInvocation } from './cli-command.ts';

interface Kept {
  /** Of signed heads. */
  readonly files: readonly string[];
  readonly keysFile: string;
}

/** Compares registries with the heads that were kept, prints each problem, and answers how many heads and problems there were. */
export async function verifyHeads(
  { files, keysFile }: Kept,
  sources: readonly EntrySource[],
  print: CliInvocation['print'],
): Promise<{ readonly heads: number; readonly problems: number }> {
  const kept: KeptHead[] = [];
  let problems = 0;
  const tell = (kind: 'head-strange' | 'head-differs', detail: string) => {
    print([kind, '-', detail].join('\t'), { kind, caseId: '', detail });
    problems += 1;
  };
  for (const file of files) {
    if (!existsSync(file)) throw new Error(`There is no file ${file} of signed heads`);
    const read = await readHeadsFile(file, readHeadKeys(keysFile));
    kept.push(...read.kept);
    for (const line of read.strange)
      tell('head-strange', `line ${line} of ${file} was not signed with a key of ${keysFile}`);
  }
  for (const source of kept.length > 0 ? sources : []) {
    const walk = headWalk(source, nodeIds.hash, kept);
    while (await walk.step());
    if (walk.broken) tell('head-differs', `${source.registry}: ${walk.broken}`);
  }
  return { heads: kept.length, problems };
}
