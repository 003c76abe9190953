import { listPart } from '../../../src/app/queries/list-part.ts';
import type { Viewer } from '../../../src/domain/viewer.ts';
import { CASE } from '../a-dispute.ts';
import type { TestTribunal } from '../a-tribunal.ts';

/** What someone reads of the journal, a page of it; nothing where there is no such case for them. */
export const journalOf = async (tribunal: TestTribunal, viewer: Viewer, limit = 100, cursor?: string) =>
  (await listPart(tribunal, viewer, CASE, 'journal', { limit, cursor }, 'en')) ?? { items: [], next: null };
