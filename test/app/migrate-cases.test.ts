import { expect, it } from 'vitest';
import { handleCommand } from '../../src/app/handle-command.ts';
import { openCase } from '../../src/app/open-case.ts';
import type { Ports } from '../../src/app/ports/ports.ts';
import { migrateCases } from '../../src/app/workflows/migrate-cases.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { replay } from '../../src/domain/replay/replay.ts';
import { replayJournal } from '../../src/runtime/replay-journal.ts';
import { verifyRegistry } from '../../src/store/verify/verify-registry.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { aTribunal, ids, someone } from './a-tribunal.ts';

const ada = someone('ada', 'admin');
const ann = someone('ann');
const request = { from: 1, to: 2, states: {}, fields: {}, recompute: [], limit: 100 };

/** Version 2 calls the registry's look at a claim an examination. */
const second = {
  ...depositDispute,
  chart: JSON.parse(
    JSON.stringify(depositDispute.chart)
      .replaceAll('"review":{', '"examination":{')
      .replaceAll('"SUBMIT":"review"', '"SUBMIT":"examination"'),
  ),
};

async function threeCases() {
  const { registry, clock, database } = await aTribunal([ada, ann]);
  const processes = [processFor(depositDispute, 1), processFor(second, 2)];
  const processOf: Ports['processOf'] = ({ version }) => processes[version - 1] as (typeof processes)[number];
  const ports = {
    registry,
    clock,
    ids,
    processOf,
    definitionOf: (workflow: { id: string; version: number }) => processOf(workflow).definition,
  } as unknown as Ports;
  const row = {
    id: 'deposit',
    version: 2,
    sha256: '',
    json: JSON.stringify(second),
    publishedAt: clock.now(),
    publishedBy: 'ada',
    approvedBy: 'bea',
    opensFrom: '2099-01-01T00:00:00.000Z',
  };
  await registry.commit((tx) => tx.insertVersion(row));
  const opened: string[] = [];
  for (const name of ['Bob', 'Bea', 'Cy']) {
    const parties = [
      { role: 'applicant', name: 'Ann', email: ann.email },
      { role: 'respondent', name },
    ];
    const answer = await openCase(ports, ann, { workflow: 'deposit', parties });
    if (!answer || isRefusal(answer)) throw new Error('not opened');
    opened.push(answer.id);
  }
  for (const id of opened.slice(0, 2)) {
    await handleCommand(ports, ann, id, { type: 'SUBMIT', data: { amount: 1, what: 'Kept.' } }, 'en');
  }
  return { ports, opened, database };
}

it('is rehearsed without a trace, then moves each case by one entry, and finds nothing left to move', async () => {
  const { ports, opened } = await threeCases();
  const versions = () => ports.registry.read((reads) => opened.map((id) => reads.caseFile(id)?.workflow.version));

  const rehearsed = await migrateCases(ports, ada, 'deposit', { ...request, dryRun: true });
  expect(rehearsed?.items.map(({ from, to }) => ({ from, to }))).toEqual(
    expect.arrayContaining([
      { from: 'intake.review', to: null },
      { from: 'intake.draft', to: 'intake.draft' },
    ]),
  );
  expect(versions()).toEqual([1, 1, 1]);

  const states = { 'intake.review': 'intake.examination' };
  const moved = await migrateCases(ports, ada, 'deposit', { ...request, states, dryRun: false });
  expect(moved?.items.map(({ to }) => to).sort()).toEqual(['intake.draft', 'intake.examination', 'intake.examination']);
  expect(versions()).toEqual([2, 2, 2]);
  expect(await migrateCases(ports, ada, 'deposit', { ...request, states, dryRun: false })).toEqual({
    items: [],
    next: null,
  });

  ports.registry.read((reads) => {
    for (const id of opened) {
      expect(JSON.stringify(replay(ports.processOf, reads.journalInOrder(id)))).toBe(
        JSON.stringify(reads.caseFile(id)),
      );
    }
  });
});

it('leaves journals that prove their cases, entries before and after the move alike', async () => {
  const { ports, opened, database } = await threeCases();
  const states = { 'intake.review': 'intake.examination' };
  await migrateCases(ports, ada, 'deposit', { ...request, states, dryRun: false });
  const problems = verifyRegistry(database, (entries) => replayJournal(ports.processOf, () => undefined, entries));
  expect([...problems]).toEqual([]);
  expect(ports.registry.read((reads) => opened.map((id) => reads.caseFile(id)?.version)).sort()).toEqual([2, 3, 3]);
});

it('is an administrator’s alone', async () => {
  const { ports } = await threeCases();
  expect(await migrateCases(ports, ann, 'deposit', { ...request, dryRun: true })).toBeUndefined();
});
