import type { CaseFile } from '../../domain/case-file.ts';
import { type Place, SplicedText } from './spliced-text.ts';

/** The JSON of a case file in UTF-8, as `JSON.stringify` writes it, and where in it each part stands. */
export interface CaseFileText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Each part from the bracket or comma before its name. */
  readonly places: Readonly<Record<string, Place>>;
}

/**
 * A step leaves most parts of a file as they are, the very values: their bytes are taken over, so that a long file costs
 * little more than a short one. Bytes, because that is what SQLite keeps: a string in which one character is not of
 * Latin-1 (a French apostrophe) takes 4 µs for each KB to become UTF-8.
 */
export function caseFileText(
  file: CaseFile,
  before?: { readonly file: CaseFile; readonly text?: CaseFileText | undefined },
): CaseFileText {
  const former = before?.text;
  const text = new SplicedText(former?.bytes);
  const places: Record<string, Place> = {};
  for (const name of Object.keys(file) as (keyof CaseFile)[]) {
    const value = file[name];
    if (value === undefined) continue;
    const known = before?.file[name] === value ? former?.places[name] : undefined;
    const isFirst = text.length === 0;
    places[name] =
      known && isFirst === (known.start === 0)
        ? text.take(known)
        : text.write(`${isFirst ? '{' : ','}"${name}":${JSON.stringify(value)}`);
  }
  text.write('}');
  return { bytes: text.bytes(), places };
}
