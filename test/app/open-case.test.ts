import { describe, expect, it } from 'vitest';
import { openCase } from '../../src/app/open-case.ts';
import type { Ports } from '../../src/app/ports/ports.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { aTribunal, someone } from './a-tribunal.ts';

const parties = [
  { role: 'applicant', name: 'Ann', email: 'ann@example.org' },
  { role: 'respondent', name: 'Bob' },
];

/** Who opened a case by the journal, and as whom they are in it. */
async function openedBy(opener: ReturnType<typeof someone>) {
  const { registry, clock, ids, process } = await aTribunal([opener]);
  const ports = { registry, clock, ids, processOf: () => process, definitionOf: () => process.definition };
  const opened = await openCase(ports as unknown as Ports, opener, { workflow: process.definition.id, parties });
  if (!opened || isRefusal(opened)) throw new Error('not opened');
  const theCase = registry.read((reads) => reads.caseFile(opened.id));
  const [row] = registry.read((reads) => [...reads.journalInOrder(opened.id)]);
  const actor = row?.command.actor;
  return {
    by: actor?.kind === 'person' ? actor.role : undefined,
    is: theCase?.parties.find(({ userId }) => userId === opener.userId)?.role,
  };
}

describe('who opens a case', () => {
  it.each([
    ['someone with the address of a party', someone('ann')],
    ['someone who gives another address for themselves', someone('anna')],
    ['a member with a dispute of their own', someone('mia', 'member')],
    ['a facilitator with a dispute of their own', someone('fay', 'facilitator')],
    ['an administrator with a dispute of their own', someone('nora', 'admin')],
  ])('is a party in it: %s', async (_, opener) => {
    expect(await openedBy(opener)).toEqual({ by: 'applicant', is: 'applicant' });
  });

  it('is nobody in it who opens it for others: the registry', async () => {
    expect(await openedBy(someone('rita', 'registrar'))).toEqual({ by: 'registrar', is: undefined });
  });
});
