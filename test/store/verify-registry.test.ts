import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../src/domain/decision.ts';
import type { JournalEntry } from '../../src/domain/journal-entry.ts';
import { NewerEngine } from '../../src/domain/replay/newer-engine.ts';
import { verifyRegistry } from '../../src/store/verify/verify-registry.ts';
import { aCaseOpened, aDeadline, aDocumentIssued, aMessage, aNotice, anOffer, aStep, minute } from './a-decision.ts';
import { aRegistry, type OpenedRegistry } from './a-registry.ts';
import { saveAll } from './save-all.ts';

/** A case in which everything has happened that leaves a row, and another beside it. */
function aWholeCase(): Decision[] {
  const opened = aCaseOpened({ id: 'c1' }, [
    { kind: 'FeeMoved', id: 'fee1', fee: 'application', movement: 'charged', amount: 7_500, currency: 'CAD' },
  ]);
  const deadline = aDeadline({ id: 'd1', reminders: [{ at: minute(30), notice: 'reminder' }] });
  const second = aStep(opened.next, [
    { kind: 'DeadlineSet', deadline, audience: 'case' },
    aNotice({ id: 'n1' }),
    aDocumentIssued({ id: 'f1' }),
    { kind: 'TaskOpened', id: 't1', task: 'review', queue: 'registrar', title: { en: 'Review' }, priority: 'high' },
    { kind: 'Assigned', role: 'facilitator', userId: 'fay' },
    { kind: 'ConflictDeclared', userId: 'mo', reason: 'my neighbour' },
    { ...aMessage('case'), id: 'm1' },
    {
      kind: 'OrderIssued',
      id: 'or1',
      order: 'consent',
      document: 'order',
      terms: ['Pay.'],
      amount: 60_000,
      currency: 'CAD',
      code: 'X',
    },
    { kind: 'DecisionIssued', id: 'de1', decision: 'final', document: 'decision', reasons: ['It was late.'] },
    { kind: 'DecisionPublished', decision: 'de1', title: 'A v. B', summary: 'Late' },
  ]);
  const third = aStep(second.next, [{ kind: 'OfferMade', offer: anOffer({ id: 'o1' }) }], { audience: 'room' });
  const fourth = aStep(third.next, [
    { kind: 'DeadlineExtended', deadline: { ...deadline, dueAt: minute(90) }, audience: 'case' },
    { kind: 'TaskClosed', id: 't1' },
    { kind: 'OfferMoved', offer: anOffer({ id: 'o1', status: 'declined' }) },
  ]);
  return [opened, second, third, fourth];
}

describe('verify', () => {
  let opened: OpenedRegistry;
  let decisions: Decision[];
  /** What the domain does by deciding again, the test knows by heart. */
  const replay = (entries: readonly JournalEntry[]) =>
    entries.map(({ id }) => decisions.find(({ entry }) => entry.id === id) ?? aCaseOpened());
  const problems = () => [...verifyRegistry(opened.database, replay)];

  beforeEach(async () => {
    opened = aRegistry();
    decisions = [...aWholeCase(), aCaseOpened({ id: 'c2' })];
    await saveAll(opened.registry, decisions);
    // Who changes the file with a tool of their own is not stopped by triggers.
    for (const { name } of opened.database.connection
      .prepare("select name from sqlite_master where type = 'trigger'")
      .all() as { name: string }[]) {
      opened.database.connection.exec(`drop trigger ${name}`);
    }
    opened.database.connection.pragma('foreign_keys = OFF');
  });

  it('finds nothing wrong with what the registry itself wrote, and says how many cases it read', async () => {
    await opened.registry.commit((tx) => {
      tx.lease(minute(1), minute(2), 9);
      tx.finish('c1/n1/email', minute(1), '250 OK');
      tx.recordBlob('f1', { sha256: 'ab', size: 3 });
      tx.markNoticeRead('n1', minute(5));
    });
    const walk = verifyRegistry(opened.database, replay);
    expect(walk.next()).toEqual({ done: true, value: 2 });
  });

  it.each([
    [
      'changes an entry',
      `update journal set entry = replace(entry, 'Number 3', 'Number 4') where seq = 3`,
      'chain-broken',
    ],
    ['changes an entry and its hash', `update journal set hash = '${'0'.repeat(64)}' where seq = 2`, 'chain-broken'],
    ['moves an entry out of the room', `update journal set audience = 'case' where seq = 3`, 'entry-mislabelled'],
    ['changes who an entry is known as', `update journal set id = 'x' where seq = 3`, 'entry-mislabelled'],
    ['makes an entry unreadable', `update journal set entry = '{' where seq = 3`, 'chain-broken'],
    ['deletes an entry', 'delete from journal where seq = 3', 'journal-gap'],
    ['deletes the first entry', 'delete from journal where seq = 1 and case_row = 1', 'journal-gap'],
    ['cuts the newest entry', 'delete from journal where seq = 4', 'journal-missing'],
    [
      'cuts the newest entry and lets the case lead to the one before',
      'delete from journal where seq = 4; update cases set journal_row = 3 where version = 4',
      'version-differs',
    ],
    [
      'cuts the newest entry and sets the case back',
      'delete from journal where seq = 4; update cases set version = 3, open_version = 2, journal_row = 3 where version = 4',
      'file-differs',
    ],
    ['leads past an entry', 'update journal set previous_row = 2 where seq = 4', 'journal-gap'],
    ['leads in a circle', 'update journal set previous_row = 4 where seq = 2', 'journal-gap'],
    ['leads to the entries of another case', "update cases set journal_row = 4 where id = 'c2'", 'entry-mislabelled'],
    ['deletes the journal', 'delete from journal where case_row = 1', 'journal-missing'],
    [
      'inserts an entry',
      "insert into journal select null, case_row, row, 5, 'x', audience, entry, hash, hash from journal where seq = 4",
      'entry-unexpected',
    ],
    [
      'inserts an entry that a case leads to',
      "insert into journal select null, case_row, row, 5, 'x', audience, entry, hash, hash from journal where seq = 4; update cases set journal_row = 6 where id = 'c1'",
      'chain-broken',
    ],
    ['gives an entry to another case', 'update journal set case_row = 2, seq = 2 where seq = 4', 'journal-gap'],
    [
      'gives an entry to another case under its number',
      'update journal set case_row = 2 where seq = 4',
      'entry-mislabelled',
    ],
    ['deletes a case', "delete from cases where id = 'c1'", 'case-missing'],
    ['changes a case file', `update cases set file = replace(file, '120000', '120') where id = 'c1'`, 'file-differs'],
    ['changes the version of a case', "update cases set version = 9 where id = 'c1'", 'version-differs'],
    ...[
      'reference',
      'workflow_id',
      'workflow_version',
      'stage',
      'state',
      'status',
      'outcome',
      'opened_at',
      'closed_at',
      'journal_head',
    ].map((column) => [
      `changes the ${column} of a case`,
      `update cases set ${column} = '7' where id = 'c1'`,
      'row-differs',
    ]),
    [
      'lets a stranger into a case',
      "insert into participants values ('c1', 'p9', '', '', 'stranger', null)",
      'row-unexpected',
    ],
    [
      'makes a party a stranger',
      "update participants set user_id = null where user_id = 'ada' and case_id = 'c1'",
      'row-differs',
    ],
    ['makes another facilitator', "update assignments set user_id = 'finn'", 'row-unexpected'],
    ['forgets a conflict', 'delete from conflicts', 'row-missing'],
    ['moves a deadline', "update deadlines set deadline = replace(deadline, 'T18', 'T19')", 'row-differs'],
    ['lets a deadline never expire', "update deadlines set expires_at = '2999'", 'row-differs'],
    ['ends a deadline', "update deadlines set status = 'met'", 'row-differs'],
    ['drops a reminder', 'delete from reminders', 'row-missing'],
    ['changes what a notice said', "update notices set notice = replace(notice, '14 days', '4 days')", 'row-differs'],
    ['opens a notice to others', "update notices set audience = 'case'", 'row-differs'],
    ['unsends a notice', 'delete from notices', 'row-missing'],
    ['keeps a mail from being sent', "delete from outbox where kind = 'mail'", 'row-missing'],
    ['changes a document', "update documents set content = replace(content, '1,200', '1,300')", 'row-differs'],
    [
      'issues a document',
      "insert into documents select null, 'f9', case_id, audience, origin, document, title, filename, mime, size, sha256, content, uploaded_by, party, created_at, quarantine, held_for, filing from documents",
      'row-unexpected',
    ],
    ['changes a message', "update messages set body = 'I owe you.'", 'row-differs'],
    ['shows an offer to everyone', "update offers set audience = 'case'", 'row-differs'],
    ['accepts an offer', "update offers set offer = replace(offer, 'declined', 'accepted')", 'row-differs'],
    ['changes an order', `update orders set "order" = replace("order", '60000', '90000')`, 'row-differs'],
    ['cancels an order', "update orders set standing = 'cancelled'", 'row-differs'],
    ['cancels a decision', "update decisions set standing = 'cancelled'", 'row-differs'],
    ['changes a decision', "update decisions set decision = replace(decision, 'late', 'early')", 'row-differs'],
    ['unpublishes a decision', 'update decisions set published_at = null', 'row-differs'],
    ['opens a task again', 'update tasks set closed_at = null', 'row-differs'],
    ['changes a fee', "update fees set movement = replace(movement, '7500', '0')", 'row-differs'],
    ['deletes a fee', 'delete from fees', 'row-missing'],
  ])('finds who %s', (_, sql, kind) => {
    opened.database.connection.exec(sql as string);
    expect(problems().map((problem) => problem.kind)).toContain(kind);
  });

  it('names the case and the row', () => {
    opened.database.connection.exec("update messages set body = 'I owe you.'");
    expect(problems()).toEqual([
      { kind: 'row-differs', caseId: 'c1', table: 'messages', row: 'm1', detail: 'in body' },
    ]);
  });

  it('reads the database, not what the registry remembers of it', () => {
    opened.registry.read((reads) => reads.caseFile('c1'));
    opened.database.connection.exec("update cases set file = '{}' where id = 'c1'");
    expect(problems()).toMatchObject([{ kind: 'file-differs', caseId: 'c1' }]);
  });

  it('goes on after a journal that can no longer be replayed', () => {
    decisions = decisions.filter(({ next }) => next.id === 'c2');
    const walk = verifyRegistry(opened.database, (entries) => {
      if (entries[0]?.id !== decisions[0]?.entry.id) throw new Error('workflow small-claims v1 is missing');
      return decisions;
    });
    expect(walk.next().value).toEqual({
      kind: 'replay-failed',
      caseId: 'c1',
      detail: 'workflow small-claims v1 is missing',
    });
    expect(walk.next()).toEqual({ done: true, value: 2 });
  });

  it('says of a case that a newer Parley decided that the program is too old for it', () => {
    decisions = decisions.filter(({ next }) => next.id === 'c2');
    const walk = verifyRegistry(opened.database, (entries) => {
      if (entries[0]?.id !== decisions[0]?.entry.id) throw new NewerEngine(3, 2);
      return decisions;
    });
    expect(walk.next().value).toMatchObject({ kind: 'newer-engine', caseId: 'c1' });
    expect(walk.next()).toEqual({ done: true, value: 2 });
  });
});
