import type { CaseFile } from '../../domain/case-file.ts';
import { SplicedText } from './spliced-text.ts';

/** The JSON of a case file in UTF-8, as `JSON.stringify` writes it, and where in it each part stands. */
export interface CaseFileText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the parts, in their order; none where it was written in one go. */
  readonly names: readonly string[];
  /** Of each the byte behind it. A part begins where the one before it ends, with the bracket or comma before its name. */
  readonly ends: readonly number[];
}

const encoder = new TextEncoder();

/**
 * A step leaves most parts of a file as they are, the very values: their bytes are taken over, so that a long file costs
 * little more than a short one. Bytes, because that is what SQLite keeps: a string in which one character is not of
 * Latin-1 (a French apostrophe) takes 4 µs for each KB to become UTF-8.
 *
 * A case that was not moved of late is written in one go: part by part costs 10 µs more, which only its next move gives back.
 */
export function caseFileText(
  file: CaseFile,
  before?: { readonly file: CaseFile; readonly text?: CaseFileText | undefined },
): CaseFileText {
  const former = before?.text;
  if (!former) return { bytes: encoder.encode(JSON.stringify(file)), names: [], ends: [] };
  const text = new SplicedText(former.bytes);
  const names: string[] = [];
  const ends: number[] = [];
  for (const name of Object.keys(file) as (keyof CaseFile)[]) {
    const value = file[name];
    if (value === undefined) continue;
    const place = before.file[name] === value ? placeOf(former, name, names.length) : -1;
    if (place >= 0) text.take(former.ends[place - 1] ?? 0, former.ends[place] ?? 0);
    else text.write(`${names.length === 0 ? '{' : ','}"${name}":${JSON.stringify(value)}`);
    names.push(name);
    ends.push(text.length);
  }
  text.write('}');
  return { bytes: text.bytes(), names, ends };
}

/** Where a part stood, as a rule in the same place; -1 where its bytes cannot be taken over: only the first has a bracket. */
function placeOf({ names }: CaseFileText, name: string, place: number): number {
  if (names[place] === name) return place;
  const former = names.indexOf(name);
  return former === 0 || place === 0 ? -1 : former;
}
