import { describe, expect, it } from 'vitest';
import type { ScenarioStep } from '../../../src/domain/definition/scenario-schema.ts';
import { runScenario } from '../../../src/domain/rehearsal/run-scenario.ts';
import { processFor } from '../../a-process.ts';

const process = processFor();

function play(steps: ScenarioStep[], parties: Record<string, number> = { applicant: 1, respondent: 1 }) {
  const result = runScenario(process, { name: 'a case', start: '2026-03-02T09:00', parties, steps });
  expect(result.problems).toEqual([]);
  return result;
}

const submitted: ScenarioStep[] = [
  { as: 'applicant', do: 'SUBMIT', form: { amount: 120_000, what: 'He kept my deposit.' } },
  { expect: { state: 'intake.review', outstanding: { application: 7_500 }, tasks: ['review'] } },
  { as: 'applicant', do: 'PAY' },
];
const issued: ScenarioStep[] = [
  ...submitted,
  { as: 'registrar', do: 'ISSUE_NOTICE' },
  { expect: { sent: ['dispute-notice'], documents: ['dispute-notice'], stage: 'response' } },
];
const served: ScenarioStep[] = [
  ...issued,
  {
    as: 'applicant',
    do: 'RECORD_SERVICE',
    party: 'respondent-1',
    form: { servedOn: '2026-03-02', method: 'inPerson' },
  },
];
const answered: ScenarioStep[] = [...served, { as: 'respondent-1', do: 'FILE_RESPONSE', form: { position: 'agree' } }];

describe('a case', () => {
  it('will not issue a notice before the fee is paid', () => {
    play([...submitted.slice(0, 2), { as: 'registrar', do: 'ISSUE_NOTICE', refused: 'GuardRefused' }]);
  });

  it('gives the served respondent fourteen days, reminds them, and lets them answer until the minute has ended', () => {
    play([
      ...served,
      { expect: { deadlines: { responseWindow: '2026-03-16' }, party: { 'respondent-1': 'served' } } },
      { advance: 'P13D' },
      { expect: { sent: ['response-reminder'] } },
      { advance: 'P1DT14H59M' },
      { as: 'respondent-1', do: 'FILE_RESPONSE', form: { position: 'disagree', reasons: 'The carpet was ruined.' } },
      { expect: { state: 'negotiation', party: { 'respondent-1': 'responded' } } },
    ]);
  });

  it('tells who answers too late that the time has run out', () => {
    play([
      ...served,
      { advance: 'P15D' },
      { as: 'respondent-1', do: 'FILE_RESPONSE', form: { position: 'agree' }, refused: 'ResponseOutOfTime' },
    ]);
  });

  it('lets one of two respondents default while the other answers', () => {
    play(
      [
        ...served,
        {
          as: 'applicant',
          do: 'RECORD_SERVICE',
          party: 'respondent-2',
          form: { servedOn: '2026-03-01', method: 'inPerson' },
        },
        { as: 'respondent-2', do: 'FILE_RESPONSE', form: { position: 'agree' } },
        { expect: { state: 'response', party: { 'respondent-1': 'served', 'respondent-2': 'responded' } } },
        { advance: 'P15D' },
        { expect: { party: { 'respondent-1': 'defaulted' }, sent: ['default-available'], state: 'default' } },
      ],
      { applicant: 1, respondent: 2 },
    );
  });

  it('serves a respondent by e-mail the day after the mail server took it', () => {
    play([
      ...issued,
      { deliver: 'dispute-notice', party: 'respondent-1' },
      { expect: { party: { 'respondent-1': 'served' }, deadlines: { responseWindow: '2026-03-17' } } },
    ]);
  });

  it('makes a task for the registry of a notice that bounced', () => {
    play([
      ...issued,
      { bounce: 'dispute-notice', party: 'respondent-1' },
      { expect: { tasks: ['undeliverable-notice'], party: { 'respondent-1': 'unserved' } } },
    ]);
  });

  it('settles when the other side accepts, and never when the maker does', () => {
    play([
      ...answered,
      { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 100_000 } },
      { expect: { sent: ['offer-made'] } },
      { as: 'applicant', do: 'ACCEPT_OFFER', refused: 'OwnOffer' },
      { as: 'respondent', do: 'COUNTER_OFFER', form: { amount: 80_000 } },
      { as: 'applicant', do: 'ACCEPT_OFFER' },
      { expect: { status: 'closed', outcome: 'settled' } },
    ]);
  });

  it('lets an offer lapse after its days, and says so in the room', () => {
    play([
      ...answered,
      { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 100_000 } },
      { expect: { deadlines: { offerWindow: '2026-03-09' } } },
      { advance: 'P8D' },
      { expect: { sent: ['offer-expired'] } },
      { as: 'respondent', do: 'ACCEPT_OFFER', refused: 'NoOfferOnTable' },
    ]);
  });

  it('ends in a decision with numbered reasons, an order and a line in the register', () => {
    const { trace } = play([
      ...answered,
      { as: 'facilitator', do: 'GO_TO_DECISION' },
      { expect: { tasks: ['assign-member'] } },
      { as: 'registrar', do: 'ASSIGN', form: { role: 'member', user: 'facilitator-1' }, refused: 'Excluded' },
      { as: 'registrar', do: 'ASSIGN', form: { role: 'member', user: 'member-1' } },
      { as: 'member', do: 'DECIDE', form: { reasons: 'First.\nSecond.', terms: 'Pay $800.', amount: 80_000 } },
      { expect: { status: 'closed', outcome: 'decision', documents: ['decision'], sent: ['decision'] } },
    ]);
    expect(trace.at(-1)?.deadlines).toEqual([]);
  });
});
