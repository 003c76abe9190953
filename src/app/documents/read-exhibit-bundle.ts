import type { DocumentContent } from '../../domain/fact.ts';
import type { Tribunal } from '../../domain/process/process.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { BlobStore } from '../ports/blobs.ts';
import type { Ports } from '../ports/ports.ts';
import { caseFor } from '../queries/case-for.ts';
import { exhibitsFor } from '../queries/list-exhibits.ts';
import { bundledName, exhibitIndex } from './exhibit-index.ts';

export interface ExhibitBundle {
  readonly reference: string;
  /** What the index says, and for whose letterhead. */
  readonly index: DocumentContent;
  readonly tribunal: Tribunal;
  readonly files: readonly BundledFile[];
}

export interface BundledFile {
  /** `A-1 receipt.pdf`. */
  readonly name: string;
  readonly size: number;
  /** Instant (UTC). */
  readonly filedAt: string;
  /** Its bytes, read when they are asked for and not before. */
  readonly open: () => Promise<ReadableStream<Uint8Array>>;
}

/**
 * All that a viewer may see of the evidence of a case, as it stands at one moment: an index, and the file of each exhibit
 * that was not withdrawn. Nothing when there is no such case for them. Bytes are named by their hash: whatever happens to
 * the case meanwhile, what is read belongs to the index.
 */
export function readExhibitBundle(
  ports: Pick<Ports, 'registry' | 'clock' | 'processOf'> &
    Parameters<typeof exhibitsFor>[0] & { readonly blobs: BlobStore },
  viewer: Viewer,
  caseId: string,
  language: string,
): ExhibitBundle | undefined {
  const at = ports.clock.now();
  const found = ports.registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    const exhibits = exhibitsFor(ports, reads, viewer, caseId, language);
    return caseFile && exhibits ? { caseFile, exhibits } : undefined;
  });
  if (!found) return undefined;
  const { caseFile, exhibits } = found;
  const { definition, calendarAt, tribunal } = ports.processOf(caseFile.workflow);
  const { zone } = calendarAt(definition.calendar, at);
  return {
    reference: caseFile.reference,
    index: exhibitIndex({ caseFile, definition, exhibits, zone, at, language }),
    tribunal,
    files: exhibits.flatMap(({ number, versions, withdrawn }) => {
      const file = versions.at(-1);
      if (!file || withdrawn || file.check) return [];
      const { filename, size, filedAt, sha256 } = file;
      return [{ name: `${number} ${bundledName(filename)}`, size, filedAt, open: () => open(ports.blobs, sha256) }];
    }),
  };
}

async function open(blobs: BlobStore, sha256: string): Promise<ReadableStream<Uint8Array>> {
  const bytes = await blobs.get(sha256);
  if (!bytes) throw new Error(`the blob ${sha256} of an exhibit is missing; restore it from a backup`);
  return bytes;
}
