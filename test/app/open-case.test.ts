import { describe, expect, it } from 'vitest';
import { openCase } from '../../src/app/open-case.ts';
import type { Ports } from '../../src/app/ports/ports.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { aTribunal, someone } from './a-tribunal.ts';

interface Named {
  readonly role: string;
  readonly name: string;
  readonly email?: string;
}

const bob = { role: 'respondent', name: 'Bob' };
const ofAnotherAddress = [{ role: 'applicant', name: 'Ann', email: 'ann@example.org' }, bob];

/** Who opened a case by the journal, and as whom they are in it. */
async function openedBy(opener: ReturnType<typeof someone>, named: readonly Named[] = ofAnotherAddress) {
  const { registry, clock, ids, process } = await aTribunal([opener]);
  const ports = { registry, clock, ids, processOf: () => process, definitionOf: () => process.definition };
  const opened = await openCase(ports as unknown as Ports, opener, { workflow: process.definition.id, parties: named });
  if (!opened) throw new Error('not opened');
  if (isRefusal(opened)) return { refused: opened.refused };
  const theCase = registry.read((reads) => reads.caseFile(opened.id));
  const [row] = registry.read((reads) => [...reads.journalInOrder(opened.id)]);
  const actor = row?.command.actor;
  return {
    by: actor?.kind === 'person' ? actor.role : undefined,
    is: theCase?.parties.find(({ userId }) => userId === opener.userId)?.name,
  };
}

describe('who opens a case', () => {
  it.each([
    ['someone with a dispute', someone('ann')],
    ['a member with a dispute of their own', someone('mia', 'member')],
    ['a facilitator with a dispute of their own', someone('fay', 'facilitator')],
    ['an administrator with a dispute of their own', someone('nora', 'admin')],
  ])('is the applicant, by their own address or none: %s', async (_, opener) => {
    const own = [{ role: 'applicant', name: 'Me', email: opener.email }, bob];
    expect(await openedBy(opener, own)).toEqual({ by: 'applicant', is: 'Me' });
    expect(await openedBy(opener, [{ role: 'applicant', name: 'Me' }, bob])).toEqual({ by: 'applicant', is: 'Me' });
  });

  it('is the one among several applicants who has their address, or else the one who has none', async () => {
    const [ann, me] = [
      { role: 'applicant', name: 'Ann', email: 'ann@example.org' },
      { role: 'applicant', name: 'Me' },
    ];
    expect(await openedBy(someone('mel'), [ann, { ...me, email: 'MEL@example.org' }, bob])).toMatchObject({ is: 'Me' });
    expect(await openedBy(someone('mel'), [ann, me, bob])).toMatchObject({ is: 'Me' });
  });

  it('gives the address at which they want to be written to, also where they have none to show', async () => {
    expect(await openedBy(someone('anna'))).toEqual({ by: 'applicant', is: 'Ann' });
    const byDigitalId = { ...someone('dia'), email: '' };
    expect(await openedBy(byDigitalId)).toEqual({ by: 'applicant', is: 'Ann' });
  });

  it('hears that an applicant is missing, where none is named', async () => {
    expect(await openedBy(someone('ann'), [bob])).toEqual({ refused: 'PartyMissing' });
  });

  it('is nobody in it who opens it for others: the registry', async () => {
    expect(await openedBy(someone('rita', 'registrar'))).toEqual({ by: 'registrar', is: undefined });
  });
});
