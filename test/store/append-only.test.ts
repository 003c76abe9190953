import { beforeEach, describe, expect, it } from 'vitest';
import { aCaseOpened, aStep, minute } from './a-decision.ts';
import { aRegistry, type OpenedRegistry } from './a-registry.ts';
import { saveAll } from './save-all.ts';

describe('what is written for ever', () => {
  let opened: OpenedRegistry;
  const execute = (sql: string) => () => opened.database.connection.exec(sql);

  beforeEach(async () => {
    opened = aRegistry();
    const theCase = aCaseOpened({ id: 'c1' });
    await saveAll(opened.registry, [theCase, aStep(theCase.next)]);
    await opened.registry.commit((tx) => {
      tx.audit({ at: minute(0), userId: 'rae', action: 'sealed.read', subject: 'c1' });
      const version = { id: 'w', version: 1, sha256: 'ab', json: '{"title":{}}', publishedAt: minute(0) };
      tx.insertVersion({ ...version, publishedBy: 'al', approvedBy: null, opensFrom: minute(0) });
    });
  });

  it.each([
    "UPDATE journal SET entry = '{}' WHERE seq = 2",
    "UPDATE journal SET audience = 'room'",
    'DELETE FROM journal WHERE seq = 2',
    'DELETE FROM journal',
    "REPLACE INTO journal (case_id, seq, id, audience, entry, previous_hash, hash) VALUES ('c1', 2, 'e', 'case', '{}', '', '')",
    "REPLACE INTO journal (row, case_id, seq, id, audience, entry, previous_hash, hash) VALUES (1, 'c1', 3, 'e', 'case', '{}', '', '')",
    "INSERT INTO journal (case_id, seq, id, audience, entry, previous_hash, hash) VALUES ('c1', 4, 'e', 'case', '{}', '', '')",
    "INSERT INTO journal (case_id, seq, id, audience, entry, previous_hash, hash) VALUES ('c1', 0, 'e', 'case', '{}', '', '')",
    "INSERT INTO journal (case_id, seq, id, audience, entry, previous_hash, hash) VALUES ('nobody', 1, 'e', 'case', '{}', '', '')",
    "DELETE FROM cases WHERE id = 'c1'",
    "UPDATE audit SET user_id = 'nobody'",
    'DELETE FROM audit',
    "UPDATE workflow_versions SET json = '{}'",
    'DELETE FROM workflow_versions',
  ])('refuses: %s', (sql) => {
    expect(execute(sql)).toThrow(/append-only|journal gap|never|FOREIGN KEY/);
  });
});
