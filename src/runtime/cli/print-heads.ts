import { type EntrySource, headWalk } from '../../app/heads/head-walk.ts';
import { headKeys } from '../heads/head-keys.ts';
import { signHead } from '../heads/signed-head.ts';
import { nodeIds } from '../node-ids.ts';
import { wallClock } from '../wall-clock.ts';
import type { CliInvocation } from './cli-command.ts';

/** Signs where each of these registries stands, and prints it, a line each. */
export async function printHeads(
  keysFile: string,
  sources: readonly EntrySource[],
  print: CliInvocation['print'],
): Promise<void> {
  const keys = await headKeys(keysFile);
  for (const source of sources) {
    const walk = headWalk(source, nodeIds.hash);
    while (await walk.step());
    const head = { registry: source.registry, ...walk.head, at: wallClock.now() };
    const signed = await signHead(keys, head);
    print(signed, { ...head, signed });
  }
}
