import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/domain/definition/scenario-schema.ts';
import { runScenario } from '../../src/domain/rehearsal/run-scenario.ts';
import { simulate } from '../../src/domain/rehearsal/simulate.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { answered, claim, issued, submitted } from './decide/a-play.ts';

const process = processFor();
const run = (steps: Scenario['steps'], more: Partial<Scenario> = {}) =>
  runScenario(process, {
    name: 'a story',
    start: '2026-03-02T09:00',
    parties: { applicant: 1, respondent: 1 },
    steps,
    ...more,
  });
const problems = (steps: Scenario['steps'], more?: Partial<Scenario>) =>
  run(steps, more).problems.map(({ step, message }) => `${step}: ${message}`);

describe('a scenario', () => {
  it('that is told as it happens has no problems', () => {
    expect(
      run([
        ...submitted,
        {
          expect: {
            state: 'intake',
            stage: 'intake',
            status: 'open',
            outcome: null,
            tasks: ['review'],
            outstanding: { application: 7_500, other: 0 },
          },
        },
      ]),
    ).toMatchObject({ name: 'a story', ok: true, problems: [] });
  });

  it('reports everything that is otherwise than expected, each in a sentence', () => {
    const expected = {
      state: 'response',
      stage: 'response',
      status: 'closed' as const,
      outcome: 'settled',
      party: { 'respondent-1': 'served', 'applicant-1': 'anything', nobody: 'anything' },
      sent: ['decision'],
      notSent: ['dispute-notice'],
      deadlines: { submitWindow: '2026-04-02', 'responseWindow@respondent-1': '2026-03-16' },
      tasks: ['call'],
      documents: ['decision'],
      outstanding: { application: 0 },
    };
    expect(problems([{ expect: expected }])).toEqual([
      '0: The state should be response, but is intake.draft.',
      '0: The stage should be response, but is intake.',
      '0: The status should be closed, but is open.',
      '0: The outcome should be settled, but is null.',
      '0: The state of respondent-1 should be served, but is waiting.',
      '0: The party applicant-1 has no chart, or is not in the case.',
      '0: The party nobody has no chart, or is not in the case.',
      '0: The notice decision is missing; there is: none.',
      '0: The deadline submitWindow should be 2026-04-02, but is 2026-04-01.',
      '0: The deadline responseWindow@respondent-1 should be 2026-03-16, but is not running.',
      '0: The task call is missing; there is: none.',
      '0: The document decision is missing; there is: none.',
    ]);
    expect(
      problems([
        ...issued,
        { expect: { notSent: ['dispute-notice'], outstanding: { application: 1 }, sent: ['decision'] } },
      ]),
    ).toEqual([
      '3: The notice decision is missing; there is: dispute-notice.',
      '3: The notice dispute-notice should not have been sent.',
      '3: The outstanding application should be 1, but is 0.',
    ]);
  });

  it('looks at the notices since it last looked', () => {
    expect(
      problems([...issued, { expect: { sent: ['dispute-notice'] } }, { expect: { notSent: ['dispute-notice'] } }]),
    ).toEqual([]);
  });

  it('ends where something is refused that nobody expected, and says why', () => {
    const wrong = { as: 'applicant', do: 'SUBMIT', form: { amount: -1 } };
    const result = run([wrong, ...submitted]);
    expect(result.problems.map(({ message }) => message)).toEqual([
      'applicant could not SUBMIT: InvalidForm {"form":"application"} amount: Give the amount in whole cents, 0 or more. what: Give an answer here..',
    ]);
    expect(result.trace).toHaveLength(2);
  });

  it('goes on after a refusal that was expected, and after one that did not come', () => {
    const early = { as: 'registrar', do: 'ISSUE_NOTICE', refused: 'NotInThisState' };
    expect(problems([early, ...submitted, { expect: { state: 'intake.review' } }])).toEqual([]);
    expect(problems([{ ...early, refused: 'NotYours' }, ...submitted])).toEqual([
      '0: ISSUE_NOTICE by registrar should have been refused (NotYours), but was NotInThisState.',
    ]);
    expect(
      problems([
        { as: 'applicant', do: 'SUBMIT', form: claim, refused: 'NotNow' },
        { expect: { state: 'intake.review' } },
      ]),
    ).toEqual(['0: SUBMIT by applicant should have been refused (NotNow), but was accepted.']);
  });

  it('says when time has passed and the process could not follow', () => {
    const stuck = processFor({
      ...depositDispute,
      chart: {
        initial: 'one',
        states: { one: { after: { submitWindow: 'a' } }, a: { always: 'b' }, b: { always: 'a' } },
      },
    });
    const steps = [{ advance: 'P31D' }, { expect: { tasks: ['process-stuck'] } }];
    const scenario = { name: 'stuck', start: '2026-03-02T09:00', parties: { applicant: 1, respondent: 1 }, steps };
    expect(runScenario(stuck, scenario).problems).toEqual([
      { step: 0, message: 'The process never came to rest after the deadline submitWindow.' },
    ]);
  });

  it('says when the case could not even be opened', () => {
    const result = run([...submitted], { parties: { applicant: 1 } });
    expect(result.problems).toEqual([
      { step: -1, message: 'The case could not be opened: PartyMissing {"role":"respondent","atLeast":1,"given":0}.' },
    ]);
    expect(run([], { data: { nothing: {} } }).ok).toBe(false);
  });

  it('starts with answers that are already there', () => {
    expect(
      problems([{ as: 'applicant', do: 'SUBMIT', form: claim }], { data: { application: { amount: 5 } } }),
    ).toEqual([]);
  });
});

describe('a simulation', () => {
  it('tells what happened, to whom and where everything then stood', () => {
    const { trace } = simulate(process, {
      start: '2026-03-02T09:00',
      parties: { applicant: 1, respondent: 1 },
      steps: [
        ...issued,
        { expect: { state: 'nowhere' } },
        { deliver: 'dispute-notice', party: 'respondent-1' },
        { bounce: 'nothing', party: 'respondent-1' },
      ],
    });
    expect(trace.map(({ event, by, party }) => [by, event, party])).toEqual([
      ['applicant-1', 'OPEN', undefined],
      ['applicant', 'SUBMIT', undefined],
      ['applicant', 'PAY', undefined],
      ['registrar', 'ISSUE_NOTICE', undefined],
      ['engine', 'delivered dispute-notice', undefined],
      ['engine', 'undeliverable nothing', undefined],
    ]);
    expect(trace.at(-1)).toMatchObject({
      at: '2026-03-02T17:00:00.000Z',
      state: 'response',
      stage: 'response',
      notices: [],
      tasks: ['undeliverable-notice'],
      deadlines: [{ name: 'responseWindow', party: 'respondent-1', localDate: '2026-03-17' }],
    });
  });

  it('of a case that cannot be opened is what was refused, and nothing more', () => {
    const play = simulate(process, { start: '2026-03-02T09:00', parties: {}, steps: submitted });
    expect(play.trace).toMatchObject([
      { by: 'registrar', event: 'OPEN', refused: 'PartyMissing', state: '', stage: '' },
    ]);
    expect(play.theCase).toBeUndefined();
  });

  it('gives each role to one of each, and lets the registrar choose another', () => {
    const play = simulate(process, {
      start: '2026-03-02T09:00',
      parties: { applicant: 1, respondent: 1 },
      steps: [...answered, { as: 'registrar', do: 'ASSIGN', form: { role: 'member' } }],
    });
    expect(play.theCase?.assigned).toEqual({ facilitator: 'facilitator-1', member: 'member-1' });
  });

  it('lets time pass in local days, over a change of the clock', () => {
    const { now } = simulate(process, {
      start: '2026-10-31T09:00',
      parties: { applicant: 1, respondent: 1 },
      steps: [{ advance: 'P2D' }],
    });
    expect(now).toBe('2026-11-02T16:00:00.000Z');
  });
});
