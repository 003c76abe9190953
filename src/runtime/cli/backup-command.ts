import { renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { backup } from '../../store/backup.ts';
import { packFiles } from '../../store/packed-files.ts';
import { shippedMigrations } from '../open-registry-file.ts';
import type { CliCommand } from './cli-command.ts';
import { withRegistry } from './with-registry.ts';

export const backupCommand: CliCommand = {
  name: 'backup',
  operands: ['file'],
  summary: 'Copy everything into one file, while the server runs',
  details:
    'A copy of the database at one moment, proved to be sound, with the documents of all cases in it. A file that stands there already is replaced only when the copy is whole.',
  switches: { 'without-files': 'Leave the documents out: for registries whose files are copied otherwise' },
  run({ operands: [file = ''], options, dataFolder, print, remark }) {
    return withRegistry(dataFolder, async ({ database, blobs }) => {
      const place = resolve(file);
      const copy = `${place}.copying`;
      try {
        await backup(database.connection, copy, shippedMigrations());
        const { packed, missing } = options['without-files']
          ? { packed: 0, missing: [] }
          : await packFiles(copy, async (sha256) => bytesOf(await blobs.get(sha256)));
        renameSync(copy, place);
        print(place, { file: place, files: packed, missing });
        for (const sha256 of missing) remark(`the file ${sha256} is missing from the data folder; run verify`);
        return missing.length > 0 ? 1 : 0;
      } finally {
        rmSync(copy, { force: true });
      }
    });
  },
};

async function bytesOf(stream: ReadableStream<Uint8Array> | undefined): Promise<Uint8Array | undefined> {
  return stream && new Uint8Array(await new Response(stream).arrayBuffer());
}
