import { may } from '../../domain/access/authority.ts';
import { rolesInCase } from '../../domain/access/roles-in-case.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { NoticeRow } from '../ports/rows.ts';
import { auditedRead, type QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';
import { type NoticeView, noticeView } from './notice-view.ts';
import { rowReader } from './row-reader.ts';

/** A notice by its id; nothing when the viewer may not read it. The first time its recipient opens it is kept: proof that it was read. */
export async function readNotice(
  ports: QueryPorts,
  viewer: Viewer,
  noticeId: string,
  language: string,
): Promise<NoticeView | undefined> {
  const found = await auditedRead(ports, viewer, (reads, noteSealed) => {
    const row = reads.notice(noticeId);
    const caseFile = row && caseFor(reads, viewer, row.caseId);
    if (!row || !caseFile || !may(viewer, 'part.read', { caseFile, audience: row.audience })) return undefined;
    if (row.audience === 'sealed') noteSealed(`notice/${row.id}`);
    const reader = rowReader(reads, viewer, caseFile, ports.definitionOf(caseFile.workflow), language);
    return { view: noticeView(row, reader), isFirst: row.readAt === null && isTo(row, viewer, caseFile) };
  });
  if (!found?.isFirst) return found?.view;
  const readAt = ports.clock.now();
  await ports.registry.commit((tx) => tx.markNoticeRead(noticeId, readAt));
  return { ...found.view, readAt };
}

/** To the party or who acts for them, or to that person of the tribunal; a helper's look is not the party's. */
function isTo({ to }: NoticeRow, viewer: Viewer, caseFile: CaseFile): boolean {
  if (viewer.kind === 'stranger') return false;
  if (to.userId !== undefined) return to.userId === viewer.userId;
  return rolesInCase(viewer, caseFile).some(
    (role) => role.standing === 'party' && role.party === to.party && role.capacity !== 'helper',
  );
}
