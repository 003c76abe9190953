/** Width and height in pixels. */
export type PictureSize = { width: number; height: number };

type Reader = (view: DataView) => PictureSize | undefined;

/** Where each kind of picture tells its size. Nothing is decoded: a flood is refused before anyone opens it. */
const READERS: Record<string, Reader> = {
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
  'image/heic': heifSize,
  'image/heif': heifSize,
};

/** The size a picture's header claims, or undefined when it claims none that can be read. */
export function pictureSize(bytes: Uint8Array, mime: string): PictureSize | undefined {
  const read = READERS[mime];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return read?.(view);
  } catch (error) {
    // A header that ends too soon.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Start of frame: every SOF marker but the Huffman table (C4), the reserved (C8) and the arithmetic table (CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(view: DataView): PictureSize | undefined {
  const chunk = text(view, 12);
  if (chunk === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

/** HEIF tells the size of each picture and tile in an `ispe` box; the largest is the whole. */
function heifSize(view: DataView): PictureSize | undefined {
  const HEAD_BYTES = 256 * 1024;
  let largest: PictureSize | undefined;
  for (let at = 4; at <= Math.min(view.byteLength - 16, HEAD_BYTES); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

const text = (view: DataView, at: number) => String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)));
const uint24 = (view: DataView, at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
