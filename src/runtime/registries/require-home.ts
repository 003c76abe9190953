import { existsSync, readdirSync } from 'node:fs';
import type { DataFolder } from '../data-folder.ts';

/**
 * A new tribunal begins in an empty folder alone: where others of a tribunal's registries lie, its home registry was lost.
 *
 * @throws with what to restore
 */
export function requireHome({ registry, registries }: DataFolder): void {
  if (existsSync(registry) || !existsSync(registries)) return;
  const others = readdirSync(registries).filter((name) => name.endsWith('.db'));
  if (others.length === 0) return;
  throw new Error(`${registry} is missing, and ${registries} holds ${others.join(', ')}; restore a backup of all`);
}
