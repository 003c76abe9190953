/** One file in a zip, as its central directory claims it. */
export type ZipEntry = { name: string; packedBytes: number; unpackedBytes: number };

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT_BYTES = 0xffff;
const ENCRYPTED = 1;

/**
 * Reads a zip's central directory, without unpacking anything. Undefined when there is none, or when it does not hold together: a
 * directory past its end, entries that are not there, encryption, or the 64-bit form that no document of 25 MB needs.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  while (entries.length < count) {
    const entry = at + ENTRY_BYTES <= end && readEntry(view, at, end);
    if (!entry) return undefined;
    entries.push(entry.entry);
    at = entry.next;
  }
  return at === end ? entries : undefined;
}

/** Whether a zip's end stands at the end of the bytes, whatever they begin with. */
export function endsAsZip(bytes: Uint8Array): boolean {
  return findEnd(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) !== undefined;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
    const isEnd = view.getUint32(at, true) === END_SIGNATURE && view.getUint16(at + 20, true) === last - at;
    if (isEnd) return at;
  }
  return undefined;
}

function readEntry(view: DataView, at: number, end: number): { entry: ZipEntry; next: number } | undefined {
  const nameLength = view.getUint16(at + 28, true);
  const next = at + ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
  if (view.getUint32(at, true) !== ENTRY_SIGNATURE || next > end || isEncrypted) return undefined;
  const name = new TextDecoder('utf-8').decode(
    new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES, nameLength),
  );
  const [packedBytes, unpackedBytes] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  return { entry: { name, packedBytes, unpackedBytes }, next };
}
