import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../src/domain/case-file.ts';
import type { MigrationMap } from '../../../src/domain/command.ts';
import { decide } from '../../../src/domain/decide/decide.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { simulate } from '../../../src/domain/rehearsal/simulate.ts';
import { statePath } from '../../../src/domain/statechart.ts';
import { depositDispute } from '../../a-deposit-dispute.ts';
import { processFor } from '../../a-process.ts';

const nothing: MigrationMap = { states: {}, fields: {}, recompute: [] };
const administrator = { kind: 'person', userId: 'ada', role: 'admin' } as const;
const response = depositDispute.deadlines?.responseWindow;
if (!response) throw new Error('the deposit dispute has a response window');

/** Version 2 gives three weeks to respond, calls serving `reached`, and waits for the whole case as well. */
const second: DefinitionInput = {
  ...depositDispute,
  deadlines: {
    ...depositDispute.deadlines,
    responseWindow: { ...response, count: 21 },
    patience: { count: 60, unit: 'days', why: { en: '60', fr: '60' } },
  },
  chart: JSON.parse(
    JSON.stringify(depositDispute.chart).replace('"id":"response",', '"id":"response","after":{"patience":"#closed"},'),
  ),
  partyCharts: JSON.parse(JSON.stringify(depositDispute.partyCharts).replaceAll('"served"', '"reached"')),
};

/** A deposit dispute in which the respondent was served on 2 March. */
function served(): CaseFile {
  const { theCase } = simulate(processFor(), {
    start: '2026-03-02T09:00',
    parties: { applicant: 1, respondent: 1 },
    steps: [
      { as: 'applicant', do: 'SUBMIT', form: { amount: 90_000, what: 'Kept.' } },
      { as: 'applicant', do: 'PAY' },
      { as: 'registrar', do: 'ISSUE_NOTICE' },
      {
        as: 'applicant',
        do: 'RECORD_SERVICE',
        party: 'respondent-1',
        form: { servedOn: '2026-03-02', method: 'inPerson' },
      },
    ],
  });
  return theCase as CaseFile;
}

function migrate(theCase: CaseFile, map: MigrationMap, definition = second) {
  const to = { id: 'deposit', version: 2 };
  const stamp = { at: theCase.decidedAt, id: 'moved', engine: ENGINE_REVISION };
  return decide(processFor(definition, 2), theCase, { kind: 'migrate', actor: administrator, to, map }, stamp);
}

function moved(map: MigrationMap, definition?: DefinitionInput) {
  const decided = migrate(served(), map, definition);
  if (isRefusal(decided)) throw new Error(JSON.stringify(decided));
  return decided;
}

const renamed: MigrationMap = { ...nothing, states: { 'respondent:served': 'reached' } };

describe('moving an open case to another version', () => {
  it('is refused for a state that the new version does not have, naming it', () => {
    expect(migrate(served(), nothing)).toMatchObject({
      refused: 'CannotMigrate',
      facts: { chart: 'respondent', state: 'served' },
    });
  });

  it('goes where the map says, keeps the date that people were told, and starts what is new', () => {
    const { next, facts } = moved(renamed);
    expect(next.workflow).toEqual({ id: 'deposit', version: 2 });
    expect(next.parties.map(({ chart }) => chart && statePath(chart))).toEqual([undefined, 'reached']);
    expect(next.deadlines.map(({ name, localDate, raises }) => ({ name, localDate, raises }))).toEqual([
      { name: 'responseWindow', localDate: '2026-03-16', raises: 'xstate.after.responseWindow.(chart).reached' },
      { name: 'patience', localDate: '2026-05-01', raises: 'xstate.after.patience.response' },
    ]);
    expect(facts.map(({ kind }) => kind)).toEqual(['DeadlineSet', 'DeadlineMoved']);
  });

  it('counts a deadline anew where the map asks for it, from the day it was counted from', () => {
    const { next } = moved({ ...renamed, recompute: ['responseWindow'] });
    expect(next.deadlines.find(({ name }) => name === 'responseWindow')).toMatchObject({
      localDate: '2026-03-23',
      count: 21,
    });
  });

  it('drops a deadline that the new state does not know, and moves answers to their new place', () => {
    const { next, facts } = moved({
      ...renamed,
      states: { 'respondent:served': 'responded' },
      fields: { 'service.method': 'service.how' },
    });
    expect(next.deadlines.map(({ name }) => name)).toEqual(['patience']);
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: 'DeadlineEnded', name: 'responseWindow', how: 'dropped' }),
    );
    expect(next.parties[1]?.data.service).toEqual({ servedOn: '2026-03-02', how: 'inPerson' });
  });

  it('lets the case go on by the new rules', () => {
    const { next } = moved(renamed);
    const answer = {
      kind: 'event',
      actor: { kind: 'person', userId: 'x', role: 'respondent', party: 'respondent-1' },
      type: 'FILE_RESPONSE',
      data: { position: 'agree' },
    } as const;
    const decided = decide(processFor(second, 2), next, answer, {
      at: next.decidedAt,
      id: 'next',
      engine: ENGINE_REVISION,
    });
    expect(isRefusal(decided) ? decided : decided.next.chart.value).toBe('negotiation');
  });

  it('keeps the work that the old state asked for, until the case leaves the new one', () => {
    const { theCase } = simulate(processFor(), {
      start: '2026-03-02T09:00',
      parties: { applicant: 1, respondent: 1 },
      steps: [{ as: 'applicant', do: 'SUBMIT', form: { amount: 90_000, what: 'Kept.' } }],
    });
    const examined: DefinitionInput = {
      ...depositDispute,
      chart: JSON.parse(JSON.stringify(depositDispute.chart).replaceAll('"review"', '"examination"')),
    };
    const decided = migrate(theCase as CaseFile, { ...nothing, states: { 'intake.review': 'intake' } }, examined);
    expect(decided).toMatchObject({ next: { chart: { value: { intake: 'draft' } } } });
    const moved = migrate(
      theCase as CaseFile,
      { ...nothing, states: { 'intake.review': 'intake.examination' } },
      examined,
    );
    if (isRefusal(moved)) throw new Error(JSON.stringify(moved));
    expect(moved.next.tasks).toMatchObject([
      { task: 'review', openedIn: { chart: 'case', state: 'intake.examination' } },
    ]);
    const pay = {
      kind: 'event',
      actor: { kind: 'person', userId: 'x', role: 'applicant', party: 'applicant-1' },
      type: 'PAY',
    } as const;
    const paid = decide(processFor(examined, 2), moved.next, pay, {
      at: moved.next.decidedAt,
      id: 'paid',
      engine: ENGINE_REVISION,
    });
    expect(isRefusal(paid) ? paid : paid.next.tasks).toHaveLength(1);
  });

  it('never ends a case, nor puts it where no chart can stand', () => {
    for (const to of [
      'closed',
      'constructor',
      'response.nothing',
      'intake.draft+intake.review',
      'intake.draft+response',
      '',
    ]) {
      const map = { ...renamed, states: { ...renamed.states, response: to } };
      expect(migrate(served(), map), to).toMatchObject({
        refused: 'CannotMigrate',
        facts: { chart: 'case', state: 'response' },
      });
    }
  });

  it('is refused where a party’s role has no chart any more', () => {
    const { chart: _, ...respondent } = depositDispute.roles.respondent as {
      chart?: string;
      kind: 'party';
      min: number;
      max: number;
    };
    expect(
      migrate(served(), nothing, { ...depositDispute, roles: { ...depositDispute.roles, respondent } }),
    ).toMatchObject({ refused: 'CannotMigrate' });
  });

  it('ends the part of a party who is moved to the end of their chart', () => {
    const { next } = moved({ ...nothing, states: { 'respondent:served': 'responded' } });
    expect(next.parties[1]?.chart).toEqual({ value: 'responded', done: true });
  });

  it('stands in every region that the new version has', () => {
    const both: DefinitionInput = {
      ...second,
      chart: JSON.parse(
        JSON.stringify(second.chart).replace(
          '"id":"response",',
          '"id":"response","type":"parallel","states":{"a":{"initial":"x","states":{"x":{},"y":{}}},"b":{"initial":"z","states":{"z":{"after":{"serviceWindow":"w"}},"w":{}}}},',
        ),
      ),
    };
    const { next } = moved({ ...renamed, states: { ...renamed.states, response: 'response.a.y' } }, both);
    expect(statePath(next.chart)).toBe('response.a.y+response.b.z');
    expect(next.chart.value).toEqual({ response: { a: 'y', b: 'z' } });
    expect(next.deadlines.map(({ name }) => name)).toContain('serviceWindow');
  });

  it('has no history state to stand in', () => {
    const remembering: DefinitionInput = {
      ...second,
      chart: JSON.parse(
        JSON.stringify(second.chart).replace('"states":{"draft"', '"states":{"last":{"type":"history"},"draft"'),
      ),
    };
    expect(
      migrate(served(), { ...renamed, states: { ...renamed.states, response: 'intake.last' } }, remembering),
    ).toMatchObject({ refused: 'CannotMigrate' });
  });
});
