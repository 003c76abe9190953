import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '../../app/ports/blobs.ts';
import { StorageUnavailable } from '../../app/ports/registry.ts';

/** A file that is kept: the SHA-256 of its bytes in lower-case hex is its name. */
export type BlobAddress = { sha256: string; size: number };

type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** Where this machine keeps documents' bytes: the same bytes once, under their hash. */
export interface DiskBlobStore extends BlobStore {
  /** Answers when file and name are on disk; throws `StorageUnavailable` when the disk has no room for them. */
  put(content: Content): Promise<BlobAddress>;
  /** As `put`, but reads no further than `maxBytes`, and keeps nothing when there is more. */
  putUpTo(maxBytes: number, content: Content): Promise<BlobAddress | 'too-large'>;
  has(sha256: string): Promise<boolean>;
  /** Reads the whole file again and compares. */
  verify(sha256: string): Promise<'intact' | 'damaged' | 'missing'>;
}

const ADDRESS = /^[0-9a-f]{64}$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Keeps files in a folder of this machine: `root/ab/ab12…`. A file is written aside, flushed, then renamed into its place, so that
 * a crash leaves either the whole file or none under its name.
 */
export function createDiskBlobStore(root: string): DiskBlobStore {
  const incoming = join(root, 'incoming');
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  sweepAbandoned(incoming);
  const placeOf = (sha256: string) => (ADDRESS.test(sha256) ? join(root, sha256.slice(0, 2), sha256) : undefined);

  const putUpTo: DiskBlobStore['putUpTo'] = async (maxBytes, content) => {
    const aside = join(incoming, randomUUID());
    try {
      const written = await writeAside(aside, content, maxBytes);
      if (!written) return 'too-large';
      await moveIntoPlace(aside, join(root, written.sha256.slice(0, 2), written.sha256));
      return written;
    } catch (error) {
      throw isOfTheDisk(error)
        ? new StorageUnavailable('The file cannot be kept; check the disk.', { cause: error })
        : error;
    } finally {
      await rm(aside, { force: true });
    }
  };

  return {
    putUpTo,
    put: (content) => putUpTo(Number.POSITIVE_INFINITY, content) as Promise<BlobAddress>,

    async get(sha256) {
      const file = await openIfThere(placeOf(sha256));
      return file && streamOf(file);
    },

    async has(sha256) {
      return (await sizeIfThere(placeOf(sha256))) !== undefined;
    },

    async verify(sha256) {
      const file = await openIfThere(placeOf(sha256));
      if (!file) return 'missing';
      const hash = createHash('sha256');
      for await (const chunk of file.createReadStream()) hash.update(chunk);
      return hash.digest('hex') === sha256 ? 'intact' : 'damaged';
    },
  };
}

/** Full, over quota, read-only or failing: none of it is the file's fault, and the next try may succeed. */
const DISK_ERRORS = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'];

function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && DISK_ERRORS.includes(String(error.code));
}

/** What a crash left half-written. A day is far more than any upload takes, here or in another process. */
function sweepAbandoned(incoming: string): void {
  for (const name of readdirSync(incoming)) {
    const file = join(incoming, name);
    if (Date.now() - statSync(file).mtimeMs > DAY_MS) rmSync(file, { force: true });
  }
}

async function writeAside(aside: string, content: Content, maxBytes: number): Promise<BlobAddress | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(aside, 'wx', 0o600);
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      size += chunk.byteLength;
      if (size > maxBytes) return undefined;
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let from = 0; from < chunk.byteLength; ) {
    from += (await file.write(chunk, from)).bytesWritten;
  }
}

/** Over what may stand there already: the same bytes, or the same bytes gone bad. */
async function moveIntoPlace(aside: string, place: string): Promise<void> {
  const folder = dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(aside, place);
  // The name is in the folder, and the folder's own name in the folder above: both must reach the disk.
  await flushFolder(folder);
  await flushFolder(dirname(folder));
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openIfThere(place: string | undefined): Promise<FileHandle | undefined> {
  return place ? open(place, 'r').catch(unlessMissing) : undefined;
}

async function sizeIfThere(place: string | undefined): Promise<number | undefined> {
  return place ? stat(place).then(({ size }) => size, unlessMissing) : undefined;
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

const CHUNK_BYTES = 64 * 1024;

/** Reads on demand, and closes the file at its end or when the reader goes away. */
function streamOf(file: FileHandle): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK_BYTES));
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await file.close();
        controller.close();
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}
