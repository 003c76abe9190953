import { readdirSync } from 'node:fs';

/** Names of the JSON files in a folder, by name; schemas are not among them. */
export function jsonFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .toSorted();
}
