import { expect, it } from 'vitest';
import { decide } from '../../../src/domain/decide/decide.ts';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { processFor } from '../../a-process.ts';
import { aCase } from '../a-case.ts';

it('asks the registry to reach a party who gave no address, rather than mailing to nowhere', () => {
  const paid = aCase();
  const theCase = {
    ...paid,
    fees: { application: { charged: 7_500, paid: 7_500, waived: 0, refunded: 0 } },
    parties: paid.parties.map(({ email, ...party }) =>
      party.id === 'respondent-2' ? party : { ...party, email: email ?? '' },
    ),
  };
  const registrar = { kind: 'person', userId: 'r', role: 'registrar' } as const;
  const decided = decide(
    processFor(),
    theCase,
    { kind: 'event', actor: registrar, type: 'ISSUE_NOTICE' },
    { at: '2026-03-03T17:00:00.000Z', id: 'x', engine: ENGINE_REVISION },
  );
  if (isRefusal(decided)) throw new Error(decided.refused);
  const tasks = decided.facts.filter((fact) => fact.kind === 'TaskOpened');
  expect(tasks.map(({ task, party }) => ({ task, party }))).toEqual([
    { task: 'undeliverable-notice', party: 'respondent-2' },
  ]);
});
