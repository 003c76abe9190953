import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { createDiskBlobStore } from '../../effects/blob-store.ts';
import { restore } from '../../store/backup.ts';
import { unpackFiles } from '../../store/packed-files.ts';
import { dataFolder } from '../data-folder.ts';
import { lockFolder } from '../lock-folder.ts';
import { shippedMigrations } from '../open-registry-file.ts';
import type { CliCommand } from './cli-command.ts';

export const restoreCommand: CliCommand = {
  name: 'restore',
  operands: ['file'],
  summary: 'Put a backup in the place of the registry; the server must be stopped',
  details:
    'The backup is proved before anything is touched. What stood there is kept beside it, and the line that is printed says where.',
  async run({ operands: [file = ''], dataFolder: path, print }) {
    const from = resolve(file);
    if (!existsSync(from)) throw new Error(`There is no file ${file}`);
    const folder = dataFolder(path);
    const unlock = lockFolder(folder.lock);
    if (!unlock) throw new Error(`A server runs on ${path}; stop it, then restore`);
    const copy = `${folder.registry}.restoring`;
    try {
      copyFileSync(from, copy);
      const files = createDiskBlobStore(folder.files);
      const unpacked = await unpackFiles(copy, (bytes) => files.put(bytes));
      const former = restore(copy, folder.registry, shippedMigrations());
      print([folder.registry, ...(former ? [`the former one is ${former}`] : [])].join('\t'), {
        file: folder.registry,
        files: unpacked,
        former: former ?? null,
      });
      return 0;
    } finally {
      rmSync(copy, { force: true });
      unlock();
    }
  },
};
