import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';

/** The files of an archive that stores them as they are, by name, in order; each held against its checksum. */
export function unzipped(archive: Uint8Array): Map<string, Uint8Array> {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = view.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Uint8Array>();
  let at = view.readUInt32LE(end + 16);
  for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extraLength] = [
      view.readUInt32LE(at + 24),
      view.readUInt16LE(at + 28),
      view.readUInt16LE(at + 30),
    ];
    const name = view.toString('utf8', at + 46, at + 46 + nameLength);
    const local = view.readUInt32LE(at + 42);
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const bytes = view.subarray(start, start + size);
    assert.equal(crc32(bytes), view.readUInt32LE(at + 16), `${name} is damaged`);
    files.set(name, new Uint8Array(bytes));
    at += 46 + nameLength + extraLength;
  }
  return files;
}
