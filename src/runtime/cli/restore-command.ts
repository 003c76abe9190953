import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { HOME } from '../../app/registry-of.ts';
import { createDiskBlobStore } from '../../effects/blobs/blob-store.ts';
import { examineDatabase, restore } from '../../store/backup/backup.ts';
import { registriesIn, setOf } from '../../store/backup/backup-set.ts';
import { unpackFiles } from '../../store/backup/packed-files.ts';
import { type DataFolder, dataFolder } from '../data-folder.ts';
import { backupFile } from '../registries/backup-file.ts';
import { shippedMigrations } from '../registries/open-registry-file.ts';
import { registryFile } from '../registries/registry-file.ts';
import { lockFolder } from '../server/lock-folder.ts';
import type { CliCommand } from './cli-command.ts';

export const restoreCommand: CliCommand = {
  name: 'restore',
  operands: ['file'],
  summary: 'Put a backup in the place of the registry; the server must be stopped',
  details:
    'The backup is proved before anything is touched. What stood there is kept beside it, and the line that is printed says where. Of a tribunal with several registries the files of the others must lie beside the first, as backup left them.',
  async run({ operands: [file = ''], dataFolder: path, print, remark }) {
    const from = resolve(file);
    if (!existsSync(from)) throw new Error(`There is no file ${file}`);
    const folder = dataFolder(path);
    const unlock = lockFolder(folder.lock);
    if (!unlock) throw new Error(`A server runs on ${path}; stop it, then restore`);
    try {
      const ids = wholeSet(from);
      // Home last: until it is there, the former tribunal is whole.
      for (const id of ids.toReversed()) {
        const { place, files, former } = await restoreOne(backupFile(from, id), folder, id);
        print([place, ...(former ? [`the former one is ${former}`] : [])].join('\t'), {
          file: place,
          files,
          former: former ?? null,
        });
      }
      for (const left of leftBehind(folder, ids))
        remark(`${left} is not of this backup; it stays where it is, and nobody is led to it`);
      return 0;
    } finally {
      unlock();
    }
  },
};

/**
 * The registries of a backup, the home registry first.
 *
 * @throws when a file is missing, is of another backup, or is not sound: nothing has been touched then
 */
function wholeSet(from: string): readonly string[] {
  const ids = registriesIn(from).map(({ id }) => id);
  const set = setOf(from);
  // One alone is proved when it is restored.
  if (ids.length > 1) requireSound(from);
  for (const id of ids.filter((one) => one !== HOME)) {
    const file = backupFile(from, id);
    requireSound(file);
    if (setOf(file) !== set)
      throw new Error(`${file} is of another backup than ${from}; put the files of one together`);
  }
  return ids;
}

function requireSound(file: string): void {
  const problems = examineDatabase(file, shippedMigrations());
  if (problems.length > 0) throw new Error(`${file} cannot be used: ${problems.join('; ')}`);
}

async function restoreOne(from: string, folder: DataFolder, id: string) {
  const place = registryFile(folder, id);
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const copy = `${place}.restoring`;
  try {
    copyFileSync(from, copy);
    const store = createDiskBlobStore(folder.files);
    const files = await unpackFiles(copy, (bytes) => store.put(bytes));
    const former = restore(copy, place, shippedMigrations());
    return { place, files, former };
  } finally {
    rmSync(copy, { force: true });
  }
}

/** Registries that were opened after the backup was made. */
function leftBehind({ registries }: DataFolder, ids: readonly string[]): readonly string[] {
  if (!existsSync(registries)) return [];
  const names = readdirSync(registries).filter((name) => name.endsWith('.db') && !ids.includes(name.slice(0, -3)));
  return names.map((name) => join(registries, name));
}
