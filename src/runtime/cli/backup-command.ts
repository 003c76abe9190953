import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup } from '../../store/backup/backup.ts';
import { markAsOf } from '../../store/backup/backup-set.ts';
import { packFiles } from '../../store/backup/packed-files.ts';
import type { Engine } from '../open-engine.ts';
import { backupFile } from '../registries/backup-file.ts';
import { shippedMigrations } from '../registries/open-registry-file.ts';
import type { CliCommand, CliInvocation } from './cli-command.ts';
import { withRegistries } from './with-registries.ts';

export const backupCommand: CliCommand = {
  name: 'backup',
  operands: ['file'],
  summary: 'Copy everything into one file, while the server runs',
  details:
    'A copy of the database at one moment, proved to be sound, with the documents of all cases in it. A file that stands there already is replaced only when the copy is whole. Of a tribunal with several registries, each of the others gets a file of its own beside it, which bears its name at the end.',
  switches: { 'without-files': 'Leave the documents out: for registries whose files are copied otherwise' },
  run({ operands: [file = ''], options, dataFolder, print, remark }) {
    const plan: Plan = { place: aPlaceFor(resolve(file)), withFiles: options['without-files'] !== true };
    return withRegistries(dataFolder, async (registries) => {
      const copies: Copy[] = [];
      try {
        await copyAll(registries, plan, copies);
        for (const { copy, file: to } of copies) renameSync(copy, to);
        for (const copy of copies.toReversed()) tell(copy, print, remark);
        return copies.some(({ missing }) => missing.length > 0) ? 1 : 0;
      } finally {
        for (const { copy } of copies) rmSync(copy, { force: true });
      }
    });
  },
};

/** Said before anything is copied: a registry can take long. */
function aPlaceFor(file: string): string {
  if (!existsSync(dirname(file))) throw new Error(`There is no folder ${dirname(file)} to put the backup in`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${file} is a folder; name a file in it`);
  return file;
}

interface Plan {
  readonly place: string;
  readonly withFiles: boolean;
}

interface Copy {
  readonly file: string;
  /** Where it is until all are whole. */
  readonly copy: string;
  packed: number;
  missing: readonly string[];
}

/** The home registry last: whoever the others know by then, it knows. One that is opened meanwhile is copied after it. */
async function copyAll(registries: () => readonly Engine[], plan: Plan, copies: Copy[]): Promise<void> {
  const [home, ...others] = registries();
  if (!home) return;
  for (const engine of [...others, home]) await copyOne(engine, plan, copies);
  for (const engine of registries().slice(1 + others.length)) await copyOne(engine, plan, copies);
  const set = home.ports.ids.newId();
  if (copies.length > 1) for (const { copy } of copies) markAsOf(copy, set);
}

async function copyOne({ ports, database, blobs }: Engine, plan: Plan, copies: Copy[]): Promise<void> {
  const file = backupFile(plan.place, ports.registry.id);
  const made: Copy = { file, copy: `${file}.copying`, packed: 0, missing: [] };
  copies.push(made);
  await backup(database.connection, made.copy, shippedMigrations());
  if (!plan.withFiles) return;
  Object.assign(made, await packFiles(made.copy, async (sha256) => bytesOf(await blobs.get(sha256))));
}

function tell({ file, packed, missing }: Copy, print: CliInvocation['print'], remark: CliInvocation['remark']): void {
  print(file, { file, files: packed, missing });
  for (const sha256 of missing) remark(`the file ${sha256} is missing from the data folder; run verify`);
}

async function bytesOf(stream: ReadableStream<Uint8Array> | undefined): Promise<Uint8Array | undefined> {
  return stream && new Uint8Array(await new Response(stream).arrayBuffer());
}
