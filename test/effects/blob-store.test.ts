import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskBlobStore, type DiskBlobStore } from '../../src/effects/blobs/blob-store.ts';

/** Inside the checkout: tests write nowhere else. */
const SCRATCH = join(import.meta.dirname, '../../node_modules/.cache');

let root: string;
let store: DiskBlobStore;

beforeEach(() => {
  mkdirSync(SCRATCH, { recursive: true });
  root = mkdtempSync(join(SCRATCH, 'blobs-'));
  store = createDiskBlobStore(root);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const photograph = new Uint8Array(randomBytes(200_000));
const sha256 = createHash('sha256').update(photograph).digest('hex');
const place = () => join(root, sha256.slice(0, 2), sha256);
const leftAside = () => readdirSync(join(root, 'incoming'));

async function bytesOf(address: string): Promise<Uint8Array | undefined> {
  const stream = await store.get(address);
  return stream && new Uint8Array(await new Response(stream).arrayBuffer());
}

describe('evidence that someone hands in', () => {
  it('is kept under the hash of its bytes and comes back as it was', async () => {
    expect(await store.put(photograph)).toEqual({ sha256, size: 200_000 });
    expect(await bytesOf(sha256)).toEqual(photograph);
    expect(await store.has(sha256)).toBe(true);
    expect(await store.verify(sha256)).toBe('intact');
    expect(leftAside()).toEqual([]);
  });

  it('may arrive as a stream, as a request body does', async () => {
    const body = new Response(photograph).body;
    if (!body) throw new Error('a response has a body');
    expect(await store.putUpTo(200_000, body)).toEqual({ sha256, size: 200_000 });
    expect(await bytesOf(sha256)).toEqual(photograph);
  });

  it('is kept once, however many hand it in at the same time', async () => {
    const addresses = await Promise.all(Array.from({ length: 20 }, () => store.put(photograph)));
    expect(addresses.every((address) => address.sha256 === sha256)).toBe(true);
    expect(readdirSync(join(root, sha256.slice(0, 2)))).toEqual([sha256]);
    expect(leftAside()).toEqual([]);
  });

  it('is refused as soon as it grows too large, and leaves nothing behind', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield new Uint8Array(1_000);
      }
    }
    expect(await store.putUpTo(10_000, endless())).toBe('too-large');
    expect(read).toBe(11);
    expect(leftAside()).toEqual([]);
    expect(readdirSync(root)).toEqual(['incoming']);
  });

  it('leaves nothing behind when the phone loses its connection half-way', async () => {
    async function* broken() {
      yield photograph.subarray(0, 1_000);
      throw new Error('connection lost');
    }
    await expect(store.put(broken())).rejects.toThrow('connection lost');
    expect(leftAside()).toEqual([]);
  });

  it('may be empty', async () => {
    expect(await store.put(new Uint8Array())).toMatchObject({ size: 0 });
  });

  it('is nobody else’s to read on this machine', async () => {
    await store.put(photograph);
    expect(statSync(place()).mode & 0o077).toBe(0);
  });
});

describe('a file on a disk that went bad', () => {
  it('is found out, and heals when the same bytes come again', async () => {
    await store.put(photograph);
    const bytes = readFileSync(place());
    bytes[1_000] = (bytes[1_000] ?? 0) ^ 1;
    writeFileSync(place(), bytes);
    expect(await store.verify(sha256)).toBe('damaged');
    await store.put(photograph);
    expect(await store.verify(sha256)).toBe('intact');
  });

  it('is missed when it is gone', async () => {
    expect(await store.get(sha256)).toBeUndefined();
    expect(await store.has(sha256)).toBe(false);
    expect(await store.verify(sha256)).toBe('missing');
  });
});

describe('an address that is no hash', () => {
  it.each(['', '..', '../../../etc/passwd', `${sha256}/..`, sha256.toUpperCase(), `${sha256}0`, `incoming/${sha256}`])(
    'leads nowhere: %j',
    async (address) => {
      await store.put(photograph);
      expect(await store.get(address)).toBeUndefined();
      expect(await store.has(address)).toBe(false);
      expect(await store.verify(address)).toBe('missing');
    },
  );
});

describe('a reader who goes away', () => {
  it('lets go of the file', async () => {
    await store.put(photograph);
    const openFiles = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
    const before = openFiles();
    for (let n = 0; n < 20; n += 1) {
      const reader = (await store.get(sha256))?.getReader();
      await reader?.read();
      await reader?.cancel();
    }
    expect(openFiles()).toBeLessThan(before + 5);
  });
});

describe('a start after a crash', () => {
  it('clears what was left half-written a day ago, and nothing that may still be arriving', () => {
    const [old, fresh] = [join(root, 'incoming', 'old'), join(root, 'incoming', 'fresh')];
    for (const file of [old, fresh]) writeFileSync(file, 'half');
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
    utimesSync(old, twoDaysAgo, twoDaysAgo);
    createDiskBlobStore(root);
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });
});
