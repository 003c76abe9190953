import { describe, expect, it } from 'vitest';
import type { Command, NewParty } from '../../../src/domain/command.ts';
import { decide } from '../../../src/domain/decide/decide.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { depositDispute } from '../../a-deposit-dispute.ts';
import { processFor } from '../../a-process.ts';
import { changed, claim } from './a-play.ts';

type Open = Extract<Command, { kind: 'open' }>;

const ann: NewParty = { role: 'applicant', name: 'Ann Smith', email: 'ann@example.org', userId: 'ann' };
const bob: NewParty = { role: 'respondent', name: 'Bob Jones', email: 'bob@example.org' };
const opening: Open = {
  kind: 'open',
  actor: { kind: 'person', userId: 'ann', role: 'applicant' },
  caseId: 'case-1',
  reference: 'DEP-2026-000001',
  workflow: { id: 'deposit', version: 1 },
  language: 'en',
  parties: [ann, bob],
  data: {},
};

function open(changes: Partial<Open> = {}, definition: DefinitionInput = depositDispute) {
  return decide(
    processFor(definition),
    undefined,
    { ...opening, ...changes },
    { at: '2026-03-02T17:00:00.000Z', id: 'e', engine: ENGINE_REVISION },
  );
}

function opened(changes: Partial<Open> = {}, definition?: DefinitionInput) {
  const decision = open(changes, definition);
  if (isRefusal(decision)) throw new Error(JSON.stringify(decision));
  return decision;
}

describe('opening a case', () => {
  it('is refused when one address stands on both sides', () => {
    expect(open({ parties: [ann, { ...bob, email: ' ANN@example.org' }] })).toMatchObject({ refused: 'BothSides' });
    expect(isRefusal(open({ parties: [ann, bob, { ...bob, name: 'Bea Jones' }] }))).toBe(false);
  });

  it('shows it at once to who opens it, and to nobody else before they are sent something', () => {
    const { parties } = opened().next;
    expect(parties.map(({ name, invited, userId }) => [name, invited, userId])).toEqual([
      ['Ann Smith', true, 'ann'],
      ['Bob Jones', false, undefined],
    ]);
  });

  it('starts the clock of whoever has to act first', () => {
    expect(opened().next.deadlines.map(({ name, localDate }) => [name, localDate])).toEqual([
      ['submitWindow', '2026-04-01'],
    ]);
  });

  it('is refused without a party of each side, with one too many, or with one in a role of the tribunal', () => {
    expect(open({ parties: [ann] })).toMatchObject({
      refused: 'PartyMissing',
      facts: { role: 'respondent', atLeast: 1, given: 0 },
    });
    expect(open({ parties: [ann, bob, bob, bob, bob] })).toMatchObject({
      refused: 'TooManyParties',
      facts: { role: 'respondent', atMost: 3, given: 4 },
    });
    for (const role of ['member', 'judge', 'constructor', '__proto__', '']) {
      expect(open({ parties: [ann, bob, { ...bob, role }] })).toMatchObject({ refused: 'UnknownRole' });
    }
  });

  it('numbers the first entry 1, in and out of the room', () => {
    expect(opened().next).toMatchObject({ version: 1, openVersion: 1, status: 'open', outcome: null, stage: 'intake' });
  });

  it('happens once', () => {
    const { next } = opened();
    const again = () =>
      decide(processFor(), next, opening, { at: '2026-03-03T17:00:00.000Z', id: 'f', engine: ENGINE_REVISION });
    expect(again).toThrow('case case-1 is open already');
  });

  it('writes in a language that the process has, whatever is asked for', () => {
    const parties = [
      { ...ann, language: 'fr' },
      { ...bob, language: 'not a language' },
    ];
    expect(opened({ language: 'xx', parties }).next).toMatchObject({
      language: 'en',
      parties: [{ language: 'fr' }, { language: 'en' }],
    });
    expect(opened({ language: 'fr', parties: [ann, bob] }).next).toMatchObject({
      language: 'fr',
      parties: [{ language: 'fr' }, { language: 'fr' }],
    });
  });

  it('keeps of a party what was given of them', () => {
    const { parties } = opened({
      parties: [ann, { ...bob, phone: '604 555 0100', address: '1 Main Street', outsideProvince: true }],
    }).next;
    expect(parties[1]).toMatchObject({
      phone: '604 555 0100',
      address: '1 Main Street',
      outsideProvince: true,
      side: 'respondent',
    });
    expect(Object.keys(parties[0] ?? {})).not.toContain('phone');
  });
});

describe('answers that come with a new case', () => {
  it('are kept where the form will find them, and none is required yet', () => {
    expect(opened({ data: { application: { amount: 5_000 } } }).next.data).toEqual({ application: { amount: 5_000 } });
  });

  it('must fit their fields, each problem named with its form', () => {
    const data = { application: { amount: -1, colour: 'red' }, nothing: {}, constructor: {} };
    const refused = open({ data });
    expect(isRefusal(refused) && refused.errors?.map(({ path }) => path)).toEqual([
      'application.colour',
      'application.amount',
      'nothing',
      'constructor',
    ]);
  });

  it('are never what somebody else would have to say, nor what is said without prejudice', () => {
    for (const form of ['decision', 'offer', 'message', 'response', 'service']) {
      const refused = open({ data: { [form]: {} } });
      expect(refused).toMatchObject({
        refused: 'InvalidForm',
        errors: [{ path: form, message: 'This form is not filled in by who opens a case.' }],
      });
    }
  });

  it('are never what the process notes for itself', () => {
    const progress = {
      title: { en: 'Progress' },
      pages: [{ id: 'p', fields: [{ id: 'waived', type: 'yesno' as const }] }],
    };
    const definition = changed(({ forms }) => ({ forms: { ...forms, progress } }));
    expect(open({ data: { progress: { waived: true } } }, definition)).toMatchObject({
      refused: 'InvalidForm',
      errors: [{ path: 'progress' }],
    });
  });

  it('may be those of any party when the registry opens the case for them', () => {
    const actor = { kind: 'person', userId: 'reg', role: 'registrar' } as const;
    expect(opened({ actor, data: { application: claim } }).next.data).toEqual({ application: claim });
    expect(open({ actor, data: { decision: {} } })).toMatchObject({ refused: 'InvalidForm' });
  });
});

describe('a process that ends as it begins', () => {
  it('opens a case that is closed, in which nothing waits', () => {
    const en = { en: 'End' };
    const definition = changed(() => ({
      chart: {
        initial: 'end',
        states: {
          end: {
            type: 'final',
            meta: { stage: 'closed' },
            entry: [
              { type: 'outcome', outcome: 'refused' },
              { type: 'task', task: 'look', queue: 'registrar', title: en },
            ],
          },
        },
      },
      partyCharts: {
        respondent: {
          initial: 'waiting',
          states: { waiting: { after: { serviceWindow: 'over' } }, over: { type: 'final' } },
        },
      },
    }));
    expect(opened({}, definition).next).toMatchObject({
      status: 'closed',
      outcome: 'refused',
      deadlines: [],
      tasks: [],
      closedAt: '2026-03-02T17:00:00.000Z',
    });
  });
});
