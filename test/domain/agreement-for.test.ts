import { describe, expect, it } from 'vitest';
import { agreementFor } from '../../src/domain/access/agreement-for.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { definitionSchema } from '../../src/domain/definition/schema.ts';
import type { Offer } from '../../src/domain/offer.ts';
import { processOf } from '../workflows/shipped.ts';
import { CASES, DEFINITION, type Name, PEOPLE } from './authority-world.ts';

const AT = '2026-03-20T17:00:00.000Z';

/** Where the tribunal approves what was agreed: whoever it is that the definition leaves it to. */
const process = processOf(
  definitionSchema.parse({
    ...DEFINITION,
    events: {
      ...DEFINITION.events,
      APPROVE: { by: ['registrar', 'facilitator', 'member'], showsAgreement: true },
      FILE_AWAY: { by: ['registrar', 'facilitator', 'member'] },
    },
    chart: {
      initial: 'talks',
      states: {
        talks: { meta: { stage: 'intake' }, on: { FILE_AWAY: 'approval' } },
        approval: { meta: { stage: 'intake' }, on: { APPROVE: 'done', FILE_AWAY: 'talks' } },
        done: { meta: { stage: 'intake' }, type: 'final' },
      },
    },
  }),
);

const AGREED: Offer = {
  id: 'offer-2',
  by: 'facilitator',
  madeAt: AT,
  status: 'accepted',
  terms: { amount: 50_000 },
  acceptedBy: ['A', 'B'],
};
const EARLIER: Offer = { ...AGREED, id: 'offer-1', status: 'declined' };

function inApproval(moment: keyof typeof CASES, more: Partial<CaseFile> = {}): CaseFile {
  const chart = { value: 'approval', done: false };
  return { ...CASES[moment], chart, offers: [EARLIER, AGREED], ...more };
}

const readers = (theCase: CaseFile) =>
  (Object.keys(PEOPLE) as Name[]).filter((name) => agreementFor(process, theCase, PEOPLE[name], AT) !== undefined);

/** Those in the talks of a case that Fay facilitates. */
const IN_THE_TALKS: readonly Name[] = ['ada', 'ravi', 'hana', 'ben', 'fay'];

describe('what all have agreed to', () => {
  it('is read by those in the talks, and by the registry that is asked to act upon it', () => {
    expect(new Set(readers(inApproval('facilitation')))).toEqual(new Set([...IN_THE_TALKS, 'rita']));
    expect(agreementFor(process, inApproval('facilitation'), PEOPLE.rita, AT)).toEqual(AGREED);
  });

  it('is not read by who decides the case, whatever the definition lets them do, nor by who else may come to', () => {
    const decided = readers(inApproval('adjudication'));
    for (const name of ['mia', 'max', 'remi', 'flo', 'cole', 'nora', 'uma', 'stranger'] as const)
      expect(decided, name).not.toContain(name);
  });

  it('is not read by a registrar who decides the case or has had it to decide', () => {
    for (const more of [
      { assigned: { facilitator: 'fay', member: 'rita' } },
      { everAssigned: { facilitator: ['fay'], member: ['rita', 'mia'] } },
    ])
      expect(readers(inApproval('adjudication', more)), JSON.stringify(more)).not.toContain('rita');
  });

  it('is not read by the registry where the case does not ask it to act upon it', () => {
    const talks = { value: 'talks', done: false };
    const done = { value: 'done', done: true };
    for (const chart of [talks, done])
      expect(new Set(readers(inApproval('facilitation', { chart })))).toEqual(new Set(IN_THE_TALKS));
  });

  it('is nothing where the last offer is not accepted', () => {
    for (const status of ['open', 'declined', 'withdrawn', 'countered', 'expired'] as const)
      expect(readers(inApproval('facilitation', { offers: [AGREED, { ...EARLIER, status }] })), status).toEqual([]);
    expect(readers(inApproval('facilitation', { offers: [] }))).toEqual([]);
  });
});
