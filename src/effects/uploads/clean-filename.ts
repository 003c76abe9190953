import { printableText } from '../documents/printable-text.ts';

const MAX_LENGTH = 120;

/** What file systems and shells give a meaning to, and zero-width letters that make two names look alike. */
const SPECIAL = /[<>:"|?*\\/\u200B-\u200F\u2060-\u2064]/g;
/** Windows opens these as devices, whatever their extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name of an upload, fit to be shown and offered for download: the last part of any path, without what could hide, reverse or
 * redirect it, its extension kept. Never empty.
 *
 * @example cleanFilename('C:\\Users\\Rosa\\..\\my\u202Egpj.exe') // 'mygpj.exe'
 */
export function cleanFilename(given: string): string {
  const last = given.toWellFormed().split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  const plain = printableText(last.normalize('NFC')).replace(SPECIAL, '').replace(/\s+/g, ' ');
  const name = plain.replace(/^[\s.~-]+|[\s.]+$/g, '').replace(DEVICE, '_$1');
  return shorten(name) || 'document';
}

function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_LENGTH) return name;
  const extension = fileExtension(name);
  const tail = extension ? `.${extension}` : '';
  return `${characters.slice(0, MAX_LENGTH - tail.length).join('')}${tail}`;
}

/** The extension in lower case without its dot, or nothing: letters and digits only, at most ten. */
export function fileExtension(name: string): string {
  return /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}
