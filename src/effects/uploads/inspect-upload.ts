import { fileTypeFromBuffer } from 'file-type';
import type { InspectUpload, UnfitUpload, UploadInspection } from '../../app/ports/inspect-upload.ts';
import { plainTextContent } from '../mail/plain-text-content.ts';
import { cleanFilename, fileExtension } from './clean-filename.ts';
import { pictureSize } from './picture-size.ts';
import { withoutPlace } from './without-place.ts';
import { endsAsZip, readZipDirectory } from './zip-directory.ts';

/** The largest file anyone may hand in. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;
/** A phone takes 12 to 50 megapixels; more is a scan of a plan, or a flood. */
export const MAX_PICTURE_PIXELS = 100_000_000;
/** What an office document may unpack to. */
export const MAX_UNPACKED_BYTES = 250 * 1024 * 1024;
export const MAX_UNPACKED_RATIO = 100;
export const MAX_ZIP_ENTRIES = 2_000;

/** Looks for viruses. Rejects when it cannot look: then nothing is taken. */
export type ScanForViruses = (bytes: Uint8Array) => Promise<'clean' | 'infected'>;

/** Every kind that is taken: its extension in our records, and the extensions people give it. Whatever is not here is refused. */
const ALLOWED: Record<string, { extension: string; also?: string[]; check?: Check }> = {
  'application/pdf': { extension: 'pdf', check: notTwoKinds },
  'image/jpeg': { extension: 'jpg', also: ['jpeg', 'jpe', 'jfif'], check: picture },
  'image/png': { extension: 'png', check: picture },
  'image/gif': { extension: 'gif', check: picture },
  'image/webp': { extension: 'webp', check: picture },
  'image/heic': { extension: 'heic', also: ['heif'], check: picture },
  'image/heif': { extension: 'heif', also: ['heic'], check: picture },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extension: 'docx',
    check: officeDocument,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', check: officeDocument },
  'application/vnd.oasis.opendocument.text': { extension: 'odt', check: officeDocument },
  'audio/mpeg': { extension: 'mp3', check: notTwoKinds },
  'audio/x-m4a': { extension: 'm4a', also: ['mp4'], check: notTwoKinds },
  'audio/mp4': { extension: 'm4a', also: ['mp4'], check: notTwoKinds },
  'video/mp4': { extension: 'mp4', also: ['m4v', 'm4a'], check: notTwoKinds },
};

const TEXT_KINDS: Record<string, string> = { txt: 'text/plain', csv: 'text/csv' };

type Check = (bytes: Uint8Array, mime: string) => UnfitUpload | undefined;

/**
 * Tells what an upload is by its content, and refuses whatever is not on the list, whatever could be read as two kinds, whatever
 * does not agree with its name, and whatever would flood those who open it. It does not look for viruses.
 */
export async function inspectUpload(bytes: Uint8Array, given: string): Promise<UploadInspection> {
  if (bytes.byteLength === 0) return refuse('empty');
  if (bytes.byteLength > MAX_UPLOAD_BYTES) return refuse('too-large');
  const filename = cleanFilename(given);
  // Before anything reads into a zip: is it one that can be read into?
  const bomb = isZip(bytes) ? zipLimits(bytes) : undefined;
  if (bomb) return refuse(bomb);
  const found = await fileTypeFromBuffer(bytes);
  // "BMO Bank wrote to me" begins as a bitmap does: text is what its name and all of its bytes say it is.
  const isKnown = found && (Object.hasOwn(ALLOWED, found.mime) || !Object.hasOwn(TEXT_KINDS, fileExtension(filename)));
  return isKnown ? inspectKnown(bytes, filename, found.mime) : inspectText(bytes, filename);
}

/** The port: content first, then the scanner, when there is one. While it does not answer, what is taken is held. */
export function createInspectUpload(scan?: ScanForViruses): InspectUpload {
  return async (bytes, filename) => {
    const inspection = await inspectUpload(bytes, filename);
    if (!inspection.ok || !scan) return inspection;
    try {
      return (await scan(bytes)) === 'clean' ? inspection : refuse('infected');
    } catch {
      return { ...inspection, isHeld: true };
    }
  };
}

function refuse(reason: UnfitUpload): UploadInspection {
  return { ok: false, reason };
}

function inspectKnown(bytes: Uint8Array, filename: string, mime: string): UploadInspection {
  const kind = Object.hasOwn(ALLOWED, mime) ? ALLOWED[mime] : undefined;
  if (!kind) return refuse('kind-not-allowed');
  const declared = fileExtension(filename);
  if (declared && declared !== kind.extension && !kind.also?.includes(declared))
    return refuse('extension-does-not-match');
  const reason = kind.check?.(bytes, mime);
  if (reason) return refuse(reason);
  const kept = withoutPlace(bytes, mime);
  const name = declared ? filename : `${filename}.${kind.extension}`;
  return { ok: true, mime, filename: name, ...(kept === bytes ? {} : { bytes: kept }) };
}

function inspectText(bytes: Uint8Array, filename: string): UploadInspection {
  const content = plainTextContent(bytes);
  if (content !== 'text') return refuse('kind-not-allowed');
  const extension = fileExtension(filename) || 'txt';
  const mime = Object.hasOwn(TEXT_KINDS, extension) ? TEXT_KINDS[extension] : undefined;
  if (!mime) return refuse('extension-does-not-match');
  return { ok: true, mime, filename: fileExtension(filename) ? filename : `${filename}.txt` };
}

/** A picture that is also an archive, a PDF that is also a page: each reader would see another file. */
function notTwoKinds(bytes: Uint8Array): UnfitUpload | undefined {
  const HEAD_BYTES = 4096;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const isPage = /<\s*(?:!doctype html|html|script|svg|iframe|body)\b/i.test(head);
  return isPage || endsAsZip(bytes) ? 'two-kinds-in-one' : undefined;
}

function picture(bytes: Uint8Array, mime: string): UnfitUpload | undefined {
  const size = pictureSize(bytes, mime);
  if (!size || size.width === 0 || size.height === 0) return 'damaged';
  return size.width * size.height > MAX_PICTURE_PIXELS ? 'too-many-pixels' : notTwoKinds(bytes);
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function zipLimits(bytes: Uint8Array): UnfitUpload | undefined {
  const entries = readZipDirectory(bytes);
  if (!entries) return 'damaged';
  const unpacked = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  const isBomb =
    entries.length > MAX_ZIP_ENTRIES ||
    unpacked > MAX_UNPACKED_BYTES ||
    unpacked > bytes.byteLength * MAX_UNPACKED_RATIO;
  return isBomb ? 'unpacks-too-large' : undefined;
}

/** Office documents: no path out of the archive, no name twice, no macros, no controls. */
function officeDocument(bytes: Uint8Array): UnfitUpload | undefined {
  const names = (readZipDirectory(bytes) ?? []).map(({ name }) => name);
  if (new Set(names).size !== names.length) return 'damaged';
  if (names.some((name) => name.startsWith('/') || name.includes('\\') || name.split('/').includes('..')))
    return 'damaged';
  const hasCode = names.some((name) => /(^|\/)(vbaProject\.bin|activeX\/.+|Basic\/.+|Scripts\/.+)$/i.test(name));
  return hasCode ? 'macros' : undefined;
}
