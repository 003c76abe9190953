import type { Registry } from '../../src/app/ports/registry.ts';
import { aCaseOpened, aStep, minute } from './a-decision.ts';
import { saveAll } from './save-all.ts';

/** A case of two entries, a line of the audit and a published version. */
export async function keepForEver(registry: Registry): Promise<void> {
  const theCase = aCaseOpened({ id: 'c1' });
  await saveAll(registry, [theCase, aStep(theCase.next)]);
  await registry.commit((tx) => {
    tx.audit({ at: minute(0), userId: 'rae', action: 'sealed.read', subject: 'c1' });
    const version = { id: 'w', version: 1, sha256: 'ab', json: '{"title":{}}', publishedAt: minute(0) };
    tx.insertVersion({ ...version, publishedBy: 'al', approvedBy: null, opensFrom: minute(0) });
  });
}

/** What nobody may do to it, whatever statement they find. */
export const REFUSED_FOR_EVER: readonly string[] = [
  "UPDATE journal SET entry = '{}' WHERE seq = 2",
  "UPDATE journal SET audience = 'room'",
  'DELETE FROM journal WHERE seq = 2',
  'DELETE FROM journal',
  "REPLACE INTO journal (case_row, seq, id, audience, entry, previous_hash, hash) VALUES (1, 2, 'e', 'case', '{}', '', '')",
  "REPLACE INTO journal (row, case_row, seq, id, audience, entry, previous_hash, hash) VALUES (1, 1, 3, 'e', 'case', '{}', '', '')",
  "INSERT INTO journal (case_row, seq, id, audience, entry, previous_hash, hash) VALUES (1, 4, 'e', 'case', '{}', '', '')",
  "INSERT INTO journal (case_row, seq, id, audience, entry, previous_hash, hash) VALUES (1, 0, 'e', 'case', '{}', '', '')",
  "INSERT INTO journal (case_row, seq, id, audience, entry, previous_hash, hash) VALUES (99, 1, 'e', 'case', '{}', '', '')",
  "INSERT INTO journal (case_row, previous_row, seq, id, audience, entry, previous_hash, hash) VALUES (1, 2, 4, 'e', 'case', '{}', '', '')",
  "INSERT INTO journal (case_row, previous_row, seq, id, audience, entry, previous_hash, hash) VALUES (1, 1, 2, 'e', 'case', '{}', '', '')",
  "INSERT INTO journal (row, case_row, previous_row, seq, id, audience, entry, previous_hash, hash) VALUES (3, 1, 2, 2, 'e', 'case', '{}', '', '')",
  "REPLACE INTO journal (row, case_row, previous_row, seq, id, audience, entry, previous_hash, hash) VALUES (2, 1, 1, 2, 'e', 'case', '{}', '', '')",
  "UPDATE cases SET journal_row = 1 WHERE id = 'c1'",
  "UPDATE cases SET journal_row = NULL WHERE id = 'c1'",
  "DELETE FROM cases WHERE id = 'c1'",
  "UPDATE audit SET user_id = 'nobody'",
  'DELETE FROM audit',
  "UPDATE workflow_versions SET json = '{}'",
  'DELETE FROM workflow_versions',
];
