import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, stop } from 'esbuild';

const root = dirname(import.meta.dirname);

/** What is bundled: the name in dist/ and the file it starts from. */
const PROGRAMS = { main: 'src/runtime/main.ts', cli: 'src/runtime/cli.ts' };

/** Started by programs as threads of their own, from beside them. */
const THREADS = { 'checkpointer-thread': 'src/store/database/checkpointer-thread.ts' };

/** Parts that are loaded when they are wanted stand beside the programs: threads are found from there. */
const CHUNKS = 'part-[hash]';
const CHUNKS_LIVE_MS = 24 * 60 * 60 * 1000;

/**
 * Bundles the server and the command line into dist/ (about 0.2 s). Packages stay in node_modules; definitions,
 * migrations and assets are read from the checkout, found by `projectRoot`. Each file appears whole, so that a program
 * starting at the same moment reads the old one or the new one.
 *
 * @param programs what to bundle: names in dist/ and the files they start from
 */
export async function bundle(programs: Record<string, string> = PROGRAMS): Promise<void> {
  const present = Object.entries({ ...programs, ...THREADS }).filter(([, entry]) => existsSync(join(root, entry)));
  const result = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: CHUNKS,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    write: false,
    logLevel: 'error',
  });
  await stop();
  for (const { path, contents } of result.outputFiles) writeWhole(path, contents);
  removeOldChunks();
}

function writeWhole(path: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}

/** A program that runs may still load a part of the bundle it was started from. */
function removeOldChunks(): void {
  const dist = join(root, 'dist');
  const now = Date.now();
  // What another bundling writes, or removes, at the same moment may be gone by the time it is looked at.
  const writtenAt = (name: string) => statSync(join(dist, name), { throwIfNoEntry: false })?.mtimeMs ?? now;
  const isOld = (name: string) => now - writtenAt(name) > CHUNKS_LIVE_MS;
  for (const name of readdirSync(dist))
    if (name.startsWith('part-') && isOld(name)) rmSync(join(dist, name), { force: true });
}
