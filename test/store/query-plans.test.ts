import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { CaseFilter, Part, RegistryReads } from '../../src/app/ports/registry.ts';
import type { CaseScope } from '../../src/domain/access/case-scope.ts';
import { openRegistry } from '../../src/store/open-registry.ts';
import { aCaseOpened, aStep, minute } from './a-decision.ts';
import { aRegistry } from './a-registry.ts';
import { statementsDuring } from './statements-during.ts';

const SCOPES: readonly CaseScope[] = [
  { kind: 'staff', userId: 'rae' },
  { kind: 'participant', userId: 'ada', email: 'ada@example.org' },
];
const FILTERS: readonly CaseFilter[] = [
  {},
  { stage: 'intake' },
  { status: 'open' },
  { assignee: 'fay' },
  { overdueAt: minute(0) },
  { inTimeAt: minute(0) },
  { work: { userId: 'rae', queues: ['registrar', 'member'], withoutTasks: ['answer-need'] } },
  { q: 'ada' },
  { stage: 'intake', status: 'open', assignee: 'fay', overdueAt: minute(0), q: 'ada' },
];
const PARTS: readonly Part[] = [
  'journal',
  'deadlines',
  'notices',
  'documents',
  'messages',
  'offers',
  'orders',
  'decisions',
  'tasks',
  'fees',
];

/** Everything that is asked often, or of tables that grow with the tribunal. */
const READS: Record<string, (reads: RegistryReads) => unknown> = {
  'a case': (reads) => reads.caseFile('c1'),
  'the row of a case': (reads) => reads.caseRow('c1'),
  'ids of cases': (reads) => reads.caseIds('c', 10),
  'the journal in order': (reads) => [...reads.journalInOrder('c1')],
  'the number of an entry': (reads) => reads.journalNumber('c1', 1, ['case']),
  'what is due': (reads) => reads.due(minute(0), 10),
  'what is due in a case': (reads) => reads.dueInCase('c1', minute(0)),
  'when something is due next': (reads) => reads.nextDueAt(),
  'effects that are ready': (reads) => reads.outboxReady(minute(0), 10),
  'the mailbox': (reads) => reads.outboxMail(10),
  'dead letters': (reads) => reads.deadLetters(10),
  'endings of a process': (reads) => reads.endings('small-claims', 10),
  workloads: (reads) => reads.caseload('facilitator'),
  'a document': (reads) => reads.document('d1'),
  'what a party has uploaded': (reads) => reads.uploaded('c1', 'p1'),
  'a notice': (reads) => reads.notice('n1'),
  'the register': (reads) => reads.publishedDecisions({}, { limit: 10 }),
  'the register by type': (reads) => reads.publishedDecisions({ type: 'dismissal' }, { limit: 10 }),
  'the register by outcome and date': (reads) =>
    reads.publishedDecisions({ outcome: 'dismissed', from: '2026-03-01', to: '2026-03-31' }, { limit: 10 }),
  'the register by words': (reads) => reads.publishedDecisions({ q: 'delivery' }, { limit: 10 }),
  'a user': (reads) => reads.user('ada'),
  'a user by address': (reads) => reads.userByEmail('ada@example.org'),
  'users in a role': (reads) => reads.usersWithRole('member'),
  'a session': (reads) => reads.session('hash'),
  'an invitation': (reads) => reads.invitation('hash'),
  'a workflow version': (reads) => reads.workflowVersion('small-claims', 1),
  'the current workflow': (reads) => reads.currentWorkflow('small-claims', minute(0)),
  ...Object.fromEntries(
    PARTS.map((part) => [`the part ${part}`, (reads) => reads.part(part, 'c1', ['case'], { limit: 10 })]),
  ),
  ...Object.fromEntries(
    SCOPES.flatMap((scope) =>
      FILTERS.map((filter) => [
        `cases of ${scope.kind} by ${Object.keys(filter).join(' and ') || 'nothing'}`,
        (reads) => reads.cases(scope, filter, { limit: 10 }),
      ]),
    ),
  ),
};

/** Orders that no index can give: of words found, of what is overdue, of the few rows of one case, role or page. */
const MAY_SORT = /overdueAt|\bq$|by words|in a case|users in a role/;
/** Search indexes, values of the statement itself, and what going from entry to entry has found. */
const SCANS_NO_TABLE = /VIRTUAL TABLE|CONSTANT ROW|SCAN entries$/;
const ROWS_OF_A_PAGE = /in \(select value from json_each/;

describe('a question to the registry', () => {
  it.each(Object.entries(READS))('never scans a table: %s', async (name, ask) => {
    const { registry, database } = aRegistry();
    await registry.commit((tx) => tx.save(aCaseOpened({ id: 'c1' })));
    const another = openRegistry('another', database);
    const asked = await statementsDuring(database.connection, async () => another.read(ask));
    expect(asked.length).toBeGreaterThan(0);
    for (const statement of asked) {
      // Without a sign before it, a parameter could have the statement planned anew for each value.
      expect(statement).not.toMatch(/[^+]\?/);
      const plan = explain(database.connection, statement);
      expect(plan.filter((step) => /^SCAN /.test(step) && !SCANS_NO_TABLE.test(step))).toEqual([]);
      const sorts = plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'));
      if (!MAY_SORT.test(name) && !ROWS_OF_A_PAGE.test(statement)) expect(sorts).toEqual([]);
    }
  });

  it('touches no index of cases when a case stays in its stage', async () => {
    const { registry, database } = aRegistry();
    const opened = aCaseOpened();
    await registry.commit((tx) => tx.save(opened));
    const step = aStep(opened.next);
    const asked = await statementsDuring(database.connection, () => registry.commit((tx) => tx.save(step)));
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatch(/^insert into "journal"/);
    expect(asked[1]).toMatch(
      /^update "cases" set "state" = \+\?, "version" = \+\?, "open_version" = \+\?, "file" = cast\(\+\? as text\), "journal_head" = \+\?, "journal_row" = \+\? where/,
    );
  });

  it('to open a large registry reads only its schema', async () => {
    const { database } = aRegistry();
    const asked = await statementsDuring(database.connection, async () => openRegistry('again', database));
    expect(asked).toEqual([]);
  });
});

function explain(connection: Database, statement: string): string[] {
  const parameters = Array.from({ length: statement.split('?').length - 1 }, () => '[]');
  const steps = connection.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...parameters) as { detail: string }[];
  return steps.map(({ detail }) => detail);
}
