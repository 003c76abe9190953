import { type EarlierWords, type Exhibit, type ExhibitVersion, exhibitStatus } from '../../domain/exhibit.ts';
import type { RegistryReads } from '../ports/registry.ts';
import type { DocumentRow } from '../ports/rows.ts';
import { type Author, authorOf, type RowReader } from './row-reader.ts';

/** A thing in evidence, as its reader may know it. */
export interface ExhibitView {
  readonly id: string;
  readonly number: string;
  readonly party: string;
  readonly status: ReturnType<typeof exhibitStatus>;
  /** What the party says that it shows; the name of its file where they say nothing. */
  readonly description: string;
  readonly datedOn?: string;
  /** What was said of it before, from the first on; absent where it is as it was said first. */
  readonly earlier?: readonly EarlierWordsView[];
  /** Those that the reader can open, from the first on; none of what was withdrawn from their sight. */
  readonly versions: readonly ExhibitFileView[];
  readonly withdrawn?: { readonly at: string; readonly by: Author; readonly reason?: string };
}

interface EarlierWordsView {
  readonly description: string;
  readonly datedOn?: string;
  /** Instant (UTC) at which other words took their place. */
  readonly changedAt: string;
  readonly changedBy: Author;
}

export interface ExhibitFileView {
  /** From 1. */
  readonly version: number;
  readonly document: string;
  readonly filename: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** It waits for a virus scanner, or one has found something: nobody opens it, and the other side does not know of it. */
  readonly check?: 'waiting' | 'infected';
  readonly filedAt: string;
  readonly by: Author;
}

/** Nothing when the reader may not know of it yet: no file of it is theirs to open, and it was not withdrawn. */
export function exhibitView(
  reads: Pick<RegistryReads, 'document'>,
  reader: RowReader,
  exhibit: Exhibit,
): ExhibitView | undefined {
  const versions = exhibit.versions.flatMap((version, index) => {
    const row = reads.document(version.document);
    return row && reader.audiences.includes(row.audience) ? [fileView(reader, row, version, index + 1)] : [];
  });
  const { id, number, party, datedOn, earlier = [], withdrawn } = exhibit;
  const last = versions.at(-1);
  if (!last && !withdrawn) return undefined;
  return {
    id,
    number,
    party,
    status: exhibitStatus(exhibit),
    description: exhibit.description ?? last?.title ?? '',
    ...(datedOn ? { datedOn } : {}),
    ...(earlier.length > 0 ? { earlier: earlier.map((words) => earlierView(reader, words, versions)) } : {}),
    versions: versions.map(({ title: _, ...file }) => file),
    ...(withdrawn ? { withdrawn: { ...withdrawn, by: authorOf(reader, withdrawn.by) } } : {}),
  };
}

/** Where nothing was said, it was called after the file that it was then, as far as the reader knows it. */
function earlierView(
  reader: RowReader,
  { description, datedOn, changedAt, changedBy }: EarlierWords,
  files: readonly { readonly title: string; readonly filedAt: string }[],
): EarlierWordsView {
  const file = files.findLast(({ filedAt }) => filedAt < changedAt) ?? files[0];
  return {
    description: description ?? file?.title ?? '',
    ...(datedOn ? { datedOn } : {}),
    changedAt,
    changedBy: authorOf(reader, changedBy),
  };
}

function fileView(
  reader: RowReader,
  { id, title, filename, mime, size, sha256, quarantine }: DocumentRow,
  { filedAt, by }: ExhibitVersion,
  version: number,
): ExhibitFileView & { readonly title: string } {
  return {
    version,
    document: id,
    title,
    filename,
    mime,
    size: size ?? 0,
    sha256: sha256 ?? '',
    ...(quarantine ? { check: quarantine } : {}),
    filedAt,
    by: authorOf(reader, by),
  };
}
