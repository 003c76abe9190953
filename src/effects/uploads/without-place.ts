const GPS_POINTER = 0x8825;
/** Bytes that a TIFF value of each type takes: byte, text, short, long, rational and so on. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const ENTRY_BYTES = 12;
const MOST_ENTRIES = 500;
/** Of a block whose length is not said beside it. */
const MOST_BYTES = 65_536;
/** What stands before the TIFF block of which Exif is made: in JPEG and HEIC, in WebP, in PNG. */
const HEADS = ['Exif\0\0', 'EXIF....', 'eXIf'];
const ORDERS = ['II*\0', 'MM\0*'];
const SPACE = 0x20;

/**
 * The picture without the place where it was taken: what a phone notes of it in Exif and XMP is blanked where it stands.
 * All else stays, the picture, its date, its length. The very same bytes where no place is noted. So with videos, whose
 * place becomes that where no land is.
 */
export function withoutPlace(bytes: Uint8Array, mime: string): Uint8Array {
  if (mime === 'video/mp4') return withoutCoordinates(bytes);
  if (!mime.startsWith('image/')) return bytes;
  const copy = bytes.slice();
  const changes = [...[...tiffBlocks(copy, mime)].map(blankGps), blankXmp(copy)];
  if (!changes.some(Boolean)) return bytes;
  if (mime === 'image/png') mendChecksums(copy);
  return copy;
}

/** Each block, and no byte of what comes after it: a block that claims to be longer must not blank the picture. */
function* tiffBlocks(bytes: Uint8Array, mime: string): Generator<DataView> {
  const text = latin1(bytes);
  const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const head of HEADS) {
    const pattern = new RegExp(`${head}(?=${ORDERS.map((order) => order.replace('*', '\\*')).join('|')})`, 'gs');
    for (const found of text.matchAll(pattern)) {
      const start = found.index + found[0].length;
      const end = Math.min(endOf(whole, found.index, mime), bytes.byteLength);
      if (end > start) yield new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
    }
  }
}

/** Where the segment or chunk ends that the head of a block stands in: each format says how long it is before it. */
function endOf(view: DataView, head: number, mime: string): number {
  if (mime === 'image/jpeg') return head < 2 ? 0 : head - 2 + view.getUint16(head - 2);
  if (mime === 'image/png') return head < 4 ? 0 : head + 4 + view.getUint32(head - 4);
  if (mime === 'image/webp') return head + 8 + view.getUint32(head + 4, true);
  return head + MOST_BYTES;
}

/** Blanks the directory of the place, and what it points to; answers whether there was one. */
function blankGps(view: DataView): boolean {
  try {
    const isLittle = view.getUint8(0) === 0x49;
    const pointer = entriesAt(view, view.getUint32(4, isLittle), isLittle).find(({ tag }) => tag === GPS_POINTER);
    if (!pointer) return false;
    const place = view.getUint32(pointer.at + 8, isLittle);
    for (const { at, bytes: length } of entriesAt(view, place, isLittle)) {
      if (length > 4) blank(view, view.getUint32(at + 8, isLittle), length);
      blank(view, at, ENTRY_BYTES);
    }
    if (place + 2 <= view.byteLength) view.setUint16(place, 0, isLittle);
    return true;
  } catch (error) {
    // A block that ends too soon, or that is none.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function entriesAt(view: DataView, directory: number, isLittle: boolean) {
  if (directory + 2 > view.byteLength) return [];
  const there = Math.floor((view.byteLength - directory - 2) / ENTRY_BYTES);
  const count = Math.min(view.getUint16(directory, isLittle), MOST_ENTRIES, there);
  return Array.from({ length: count }, (_, index) => {
    const at = directory + 2 + index * ENTRY_BYTES;
    const size = TYPE_BYTES[view.getUint16(at + 2, isLittle)] ?? 0;
    return { at, tag: view.getUint16(at, isLittle), bytes: size * view.getUint32(at + 4, isLittle) };
  });
}

/** What lies within the block: one entry that points beyond it must not keep the others from being blanked. */
function blank(view: DataView, at: number, length: number): void {
  const end = Math.min(at + length, view.byteLength);
  if (end > at) new Uint8Array(view.buffer, view.byteOffset + at, end - at).fill(0);
}

/** ISO 6709 as phones write it into a video: `+49.2827-123.1207+010.1/`. Each digit becomes a nought, so that it still reads as a place. */
function withoutCoordinates(bytes: Uint8Array): Uint8Array {
  const places = /[+-]\d{2}\.\d{2,8}[+-]\d{3}\.\d{2,8}(?:[+-]\d{1,6}(?:\.\d{1,8})?)?(?=CRS|\/)/g;
  const found = [...latin1(bytes).matchAll(places)];
  if (found.length === 0) return bytes;
  const copy = bytes.slice();
  for (const { 0: place, index } of found)
    for (let at = index; at < index + place.length; at += 1) if (isDigit(copy[at])) copy[at] = NOUGHT;
  return copy;
}

const NOUGHT = 0x30;

function isDigit(byte = 0): boolean {
  return byte >= NOUGHT && byte < NOUGHT + 10;
}

/** XMP is XML within the file: the values of its names for places become spaces. */
function blankXmp(bytes: Uint8Array): boolean {
  const values = /exif:GPS\w{1,40}\s*=\s*(?:"[^"<>]{0,300}"|'[^'<>]{0,300}')|<exif:GPS\w{1,40}>[^<]{0,300}</gs;
  let isFound = false;
  for (const found of latin1(bytes).matchAll(values)) {
    const [whole] = found;
    const from = whole.startsWith('<') ? whole.indexOf('>') + 1 : whole.search(/["']/) + 1;
    bytes.fill(SPACE, found.index + from, found.index + whole.length - 1);
    isFound = true;
  }
  return isFound;
}

/** Each chunk of a PNG ends in a checksum of it. */
function mendChecksums(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.byteLength; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.byteLength) return;
    const kind = latin1(bytes.subarray(at + 4, at + 8));
    if (kind !== 'IDAT') view.setUint32(end, crc32(bytes.subarray(at + 4, end)));
    at = end + 4;
  }
}

/** As PNG and zip have it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Each byte as a letter: `TextDecoder` would make other letters of some. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.byteLength; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}
