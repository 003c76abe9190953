import type { CaseFile } from '../domain/case-file.ts';

/** A case file as JSON, with the text of each of its parts. */
export interface CaseFileText {
  readonly whole: string;
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * The JSON of a case file, as `JSON.stringify` writes it. A step leaves most parts of a file as they are, the very
 * values: their text is taken over, so that a long file costs little more than a short one.
 */
export function caseFileText(
  file: CaseFile,
  before?: { readonly file: CaseFile; readonly text?: CaseFileText | undefined },
): CaseFileText {
  const kept = before?.text?.parts;
  const parts: Record<string, string> = {};
  let whole = '';
  for (const name of Object.keys(file) as (keyof CaseFile)[]) {
    const known = before?.file[name] === file[name] ? kept?.[name] : undefined;
    const text = known ?? JSON.stringify(file[name]);
    if (text === undefined) continue;
    parts[name] = text;
    whole += `${whole === '' ? '{' : ','}"${name}":${text}`;
  }
  return { whole: `${whole}}`, parts };
}
