import { crc32, deflateRawSync } from 'node:zlib';

/** Small files of each kind, made by hand: the headers are real, the pictures are nearly empty. */
const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))),
  );

const big32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const big16 = (value: number) => [value >>> 8, value & 255];
const little32 = (value: number) => big32(value).reverse();
const little16 = (value: number) => big16(value).reverse();
const little24 = (value: number) => little32(value).slice(0, 3);

const pngChunk = (type: string, body: number[]) => {
  const named = bytes(type, body);
  return bytes(big32(body.length), named, big32(crc32(named)));
};

export const png = (width = 4, height = 3) =>
  bytes(
    [0x89],
    'PNG\r\n\x1a\n',
    pngChunk('IHDR', [...big32(width), ...big32(height), 8, 2, 0, 0, 0]),
    pngChunk('IDAT', [0x78, 0x9c, 3, 0, 0, 0, 0, 1]),
    pngChunk('IEND', []),
  );

export const gif = (width = 4, height = 3, tail: Uint8Array | string = ';') =>
  bytes('GIF89a', little16(width), little16(height), [0, 0, 0], tail);

export const jpeg = (width = 4, height = 3) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, ...big16(16)],
    'JFIF\0',
    [1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xff, 0xc4, ...big16(4), 0, 0],
    [0xff, 0xc2, ...big16(17), 8, ...big16(height), ...big16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
    [0xff, 0xd9],
  );

const riff = (...chunk: (string | number[])[]) => {
  const body = bytes('WEBP', ...chunk);
  return bytes('RIFF', little32(body.length), body);
};

export const webp = {
  lossy: (width = 4, height = 3) =>
    riff('VP8 ', little32(10), [0, 0, 0, 0x9d, 1, 0x2a, ...little16(width), ...little16(height)]),
  lossless: (width = 4, height = 3) =>
    riff('VP8L', little32(5), [0x2f, ...little32((width - 1) | ((height - 1) << 14))], [0, 0, 0]),
  extended: (width = 4, height = 3) =>
    riff('VP8X', little32(10), [0, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)]),
};

const box = (type: string, ...parts: (string | number[] | Uint8Array)[]) => {
  const body = bytes(...parts);
  return bytes(big32(8 + body.length), type, body);
};

export const heic = (width = 4, height = 3) =>
  bytes(
    box('ftyp', 'heic', big32(0), 'mif1heic'),
    box(
      'meta',
      big32(0),
      box(
        'iprp',
        box('ipco', box('ispe', big32(0), big32(512), big32(512)), box('ispe', big32(0), big32(width), big32(height))),
      ),
    ),
  );

export const mp4 = () => bytes(box('ftyp', 'isom', big32(512), 'isomiso2mp41'), box('mdat', [1, 2, 3]));
export const m4a = () => bytes(box('ftyp', 'M4A ', big32(0), 'M4A mp42isom'), box('mdat', [1, 2, 3]));
export const mp3 = () => bytes([0xff, 0xfb, 0x90, 0x64], new Array(600).fill(0));
export const pdf = (head = '') => bytes(`%PDF-1.7\n${head}%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);

export type ZipFile = {
  name: string;
  content: string | Uint8Array;
  claimedBytes?: number;
  isStored?: boolean;
  isEncrypted?: boolean;
};

/** A real zip. `claimedBytes` lets its directory tell another size than the truth. */
export function zip(files: ZipFile[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, claimedBytes, isStored = false, isEncrypted = false } of files) {
    const plain = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    const packed = isStored ? plain : deflateRawSync(plain);
    const common = bytes(
      little16(20),
      little16(isEncrypted ? 1 : 0),
      little16(isStored ? 0 : 8),
      [0, 0, 0, 0],
      little32(crc32(plain)),
      little32(packed.length),
      little32(claimedBytes ?? plain.length),
      little16(Buffer.byteLength(name)),
      little16(0),
    );
    const local = bytes('PK\x03\x04', common, Buffer.from(name), packed);
    directory.push(bytes('PK\x01\x02', little16(20), common, new Array(10).fill(0), little32(at), Buffer.from(name)));
    locals.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = bytes(
    'PK\x05\x06',
    [0, 0, 0, 0],
    little16(files.length),
    little16(files.length),
    little32(size),
    little32(at),
    [0, 0],
  );
  return bytes(...locals, ...directory, end);
}

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/vnd.${main}"/></Types>`;

export const docx = (more: ZipFile[] = []) =>
  zip([
    {
      name: '[Content_Types].xml',
      content: contentTypes('openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ]);

export const docm = () =>
  zip([
    { name: '[Content_Types].xml', content: contentTypes('ms-word.document.macroEnabled.main+xml') },
    { name: 'word/document.xml', content: '<w:document/>' },
  ]);

export const xlsx = () =>
  zip([
    {
      name: '[Content_Types].xml',
      content: contentTypes('openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
  ]);

export const odt = () =>
  zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true },
    { name: 'content.xml', content: '<office:document-content/>' },
  ]);
