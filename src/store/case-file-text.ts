import type { CaseFile } from '../domain/case-file.ts';

/** Each part of a case file as JSON under its name, in the file's order. */
export type CaseFileParts = Readonly<Record<string, string>>;

/**
 * A step leaves most parts of a file as they are, the very values: their text is taken over from `before`, so that a long
 * file costs little more than a short one.
 */
export function caseFileParts(
  file: CaseFile,
  before?: { readonly file: CaseFile; readonly parts?: CaseFileParts | undefined },
): CaseFileParts {
  const kept = before?.parts;
  const parts: Record<string, string> = {};
  for (const name of Object.keys(file) as (keyof CaseFile)[]) {
    const known = before?.file[name] === file[name] ? kept?.[name] : undefined;
    if (known !== undefined) parts[name] = known;
    else if (file[name] !== undefined) parts[name] = `"${name}":${JSON.stringify(file[name])}`;
  }
  return parts;
}

/** The JSON of a case file, as `JSON.stringify` writes it. */
export function caseFileText(parts: CaseFileParts): string {
  return `{${Object.values(parts).join(',')}}`;
}
