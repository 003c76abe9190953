import { may } from '../../domain/access/authority.ts';
import { maySeePast } from '../../domain/access/may-see-past.ts';
import { maySeeTask } from '../../domain/access/may-see-task.ts';
import type { Audience } from '../../domain/audience.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { Ports } from '../ports/ports.ts';
import type { Part, PartRows, RegistryReads } from '../ports/registry.ts';
import type { FeeRow, TaskRow } from '../ports/rows.ts';
import { auditedRead, type NoteSealed, type QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';
import { type JournalView, journalView } from './journal-view.ts';
import { pageOf } from './page-of.ts';
import { PART_VIEWS, type PartViews } from './part-views.ts';
import { agreementIn } from './read-agreement.ts';
import { type RowReader, rowReader } from './row-reader.ts';

/**
 * One part of a case, newest first: what the viewer may read of it, in a shape that betrays nothing of the rest. Nothing
 * at all when the case does not exist for them.
 */
export function listPart<P extends Part>(
  ports: QueryPorts & Pick<Ports, 'processOf'>,
  viewer: Viewer,
  caseId: string,
  part: P,
  page: PageRequest,
  language: string,
): Promise<Page<PartViews[P]> | undefined> {
  return auditedRead(ports, viewer, (reads, noteSealed) => {
    const caseFile = caseFor(reads, viewer, caseId);
    if (!caseFile) return undefined;
    const reader = rowReader(reads, viewer, caseFile, ports.definitionOf(caseFile.workflow), language);
    const agreed = part === 'offers' ? agreedAlone(ports, reader, noteSealed) : undefined;
    if (agreed) return pageOf([agreed], page, ({ id }) => id) as Page<PartViews[P]>;
    const rows = rowsOf(reads, reader, part, page);
    noteSealedRows(rows, caseId, part, noteSealed);
    return viewsOf(reads, reader, part, rows);
  });
}

/** All that is seen of the offers from outside the room: what all agreed to, without what it answered there. */
function agreedAlone(
  ports: Pick<Ports, 'clock' | 'processOf'>,
  reader: RowReader,
  noteSealed: NoteSealed,
): PartViews['offers'] | undefined {
  const { viewer, caseFile, audiences } = reader;
  const offer = audiences.includes('room') ? undefined : agreementIn(ports, viewer, caseFile, noteSealed);
  if (!offer) return undefined;
  const { counters: _, ...alone } = PART_VIEWS.offers(offer, reader);
  return alone;
}

function viewsOf<P extends Part>(
  reads: RegistryReads,
  reader: RowReader,
  part: P,
  rows: Page<PartRows[P]>,
): Page<PartViews[P]> {
  if (part === 'journal') return numbered(reads, reader, rows as Page<PartRows['journal']>) as Page<PartViews[P]>;
  const view = PART_VIEWS[part as Exclude<P, 'journal'>] as unknown as (
    row: PartRows[P],
    reader: RowReader,
  ) => PartViews[P];
  return { items: rows.items.map((row) => view(row, reader)), next: rows.next };
}

/** Entries are numbered among those that the reader sees: a page of them is a run without gaps. */
function numbered(
  reads: RegistryReads,
  reader: RowReader,
  { items, next }: Page<PartRows['journal']>,
): Page<JournalView> {
  const newest = items[0];
  const last = newest ? reads.journalNumber(reader.caseFile.id, newest.seq, reader.audiences) : 0;
  return { items: items.map((row, index) => journalView(row, last - index, reader)), next };
}

function noteSealedRows<P extends Part>(
  { items }: Page<PartRows[P]>,
  caseId: string,
  part: P,
  noteSealed: NoteSealed,
): void {
  for (const row of items) {
    if ('audience' in row && isWrittenDown(row.audience)) noteSealed(`case/${caseId}/${part}/${row.id}`);
  }
}

/** Whose reading stands in the audit. */
function isWrittenDown(audience: Audience): boolean {
  return audience === 'sealed' || audience === 'confided';
}

function rowsOf<P extends Part>(
  reads: RegistryReads,
  reader: RowReader,
  part: P,
  page: PageRequest,
): Page<PartRows[P]> {
  const isReadable = READABLE[part];
  if (isReadable === undefined) return reads.part(part, reader.caseFile.id, reader.audiences, page);
  return pageOf(
    allRows(reads, reader, part).filter((row) => isReadable(row as never, reader)),
    page,
    ({ id }) => id,
  );
}

/** The parts of few rows a case where the audience does not say all: which of them the reader may read. */
const READABLE: { readonly [P in Part]?: (row: PartRows[P], reader: RowReader) => boolean } = {
  deadlines: (row, reader) =>
    row.status === 'open' || row.chart !== 'case' || maySeePast(reader, 'deadlines', row.name),
  orders: (_, { audiences }) => audiences.includes('case'),
  decisions: (_, { audiences }) => audiences.includes('case'),
  fees: isOwnFee,
  tasks: isInOwnQueue,
};

/** What someone was charged, or was let off, is between them and the tribunal. */
function isOwnFee({ party }: FeeRow, { audiences }: RowReader): boolean {
  return audiences.includes(party ? `party:${party}` : 'case');
}

/** The registry sees all work; others that of their own role. Work that the room caused is in no member's queue. */
function isInOwnQueue(row: TaskRow, reader: RowReader): boolean {
  const { viewer, caseFile } = reader;
  if (viewer.kind === 'stranger' || !may(viewer, 'task.read', caseFile)) return false;
  const isTheirs = viewer.roles.some((role) => role === row.queue || role === 'registrar');
  return (
    isTheirs && maySeeTask(viewer, caseFile, row) && (row.closedAt === null || maySeePast(reader, 'tasks', row.task))
  );
}

const LARGEST_PAGE = 100;

function allRows<P extends Part>(reads: RegistryReads, { caseFile, audiences }: RowReader, part: P): PartRows[P][] {
  const rows: PartRows[P][] = [];
  let cursor: string | null | undefined;
  do {
    const page = reads.part(part, caseFile.id, audiences, { limit: LARGEST_PAGE, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}
