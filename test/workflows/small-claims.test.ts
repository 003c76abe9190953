import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/domain/definition/action-schema.ts';
import { checkDefinition } from '../../src/domain/definition/check/check-definition.ts';
import { runScenario } from '../../src/domain/rehearsal/run-scenario.ts';
import { type Play, playStep, startPlay } from '../../src/domain/rehearsal/simulate.ts';
import { processOf, shippedDefinition, shippedText } from './shipped.ts';
import { transitionsTaken } from './transitions-taken.ts';

const definition = shippedDefinition('small-claims');
const process = processOf(definition);

describe('the shipped small claim', () => {
  it('has nothing that the checker would object to or warn of', () => {
    expect(checkDefinition(JSON.parse(shippedText('small-claims'))).problems).toEqual([]);
  });

  it.each(definition.scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
    expect(runScenario(process, scenario).problems).toEqual([]);
  });

  it('shows every transition of every chart in one of its scenarios', () => {
    const { all, missed } = transitionsTaken(definition);
    expect(missed).toEqual([]);
    expect(all.length).toBeGreaterThan(140);
  });

  it('tells a story for every outcome a case can have', () => {
    const expected = definition.scenarios.flatMap(({ steps }) =>
      steps.flatMap((step) => ('expect' in step && step.expect.outcome ? [step.expect.outcome] : [])),
    );
    expect(OUTCOMES.filter((outcome) => !expected.includes(outcome))).toEqual([]);
  });
});

describe('a respondent of the shipped small claim', () => {
  const application = {
    applicantType: 'individual',
    claimType: 'debt',
    incidentOn: '2026-01-15',
    whatHappened: 'A loan was not repaid.',
    amount: 120_000,
    remedy: 'Pay.',
  };

  function issued(change: (play: Play) => void = () => {}): Play {
    const play = startPlay(process, { start: '2026-03-02T09:00', parties: { applicant: 1, respondent: 2 } });
    change(play);
    playStep(play, { as: 'applicant', do: 'SUBMIT', form: application });
    playStep(play, { as: 'registrar', do: 'ISSUE_NOTICE' });
    return play;
  }

  const due = (play: Play, name: string) => play.trace.at(-1)?.deadlines.find((deadline) => deadline.name === name);

  it('has 30 days to answer when they live outside the province', () => {
    const play = issued(({ theCase }) => {
      const parties = theCase?.parties.map((party) => ({ ...party, outsideProvince: party.id === 'respondent-1' }));
      Object.assign(theCase ?? {}, { parties });
    });
    playStep(play, { as: 'respondent-1', do: 'CONFIRM_RECEIPT', form: { receivedOn: '2026-03-02' } });
    expect(due(play, 'responseWindow')).toMatchObject({ party: 'respondent-1', localDate: '2026-04-01' });
  });

  it('is told in the first notice, in both languages, that taking part is mandatory and free', () => {
    const body = definition.notices['dispute-notice']?.body;
    expect(body?.en).toMatch(/^\{\{parties.applicant\}\} made a claim against you for/);
    expect(body?.en).toMatch(/14 days.*30 days.*without you.*How to answer.*Taking part is mandatory.*free.*help/s);
    expect(body?.fr).toMatch(
      /14 jours.*30 jours.*sans vous.*Pour répondre.*Vous êtes obligé de participer.*gratuit.*aide/s,
    );
  });

  it('is told of no date that is the applicant’s to keep, and the applicant of it', () => {
    const play = issued();
    const toldIn = (notice: string) =>
      play.sent.filter((sent) => sent.notice === notice).map(({ deadlines }) => deadlines);
    expect(toldIn('dispute-notice')).toEqual([[], []]);
    expect(toldIn('notice-issued')).toEqual([[expect.stringContaining('90 days')]]);
    playStep(play, { advance: 'P61D' });
    expect(toldIn('service-reminder')).toEqual([
      [expect.stringContaining('90 days')],
      [expect.stringContaining('90 days')],
    ]);
  });

  it('is told until when they can answer what the facilitator proposes', () => {
    const play = issued();
    for (const as of ['respondent-1', 'respondent-2']) {
      playStep(play, { as, do: 'CONFIRM_RECEIPT', form: { receivedOn: '2026-03-02' } });
      playStep(play, { as, do: 'FILE_RESPONSE', form: { position: 'agree' } });
    }
    playStep(play, { as: 'applicant', do: 'ASK_FACILITATION' });
    playStep(play, { as: 'facilitator', do: 'PROPOSE_CONSENT_ORDER', form: { amount: 1_000, terms: 'Pay.' } });
    const told = play.sent.filter(({ notice }) => notice === 'consent-proposed').map(({ deadlines }) => deadlines);
    expect(told).toEqual(Array(3).fill([expect.stringContaining('10 days')]));
  });

  it('gets the paper of the notice in their own language', () => {
    const play = issued(({ theCase }) => {
      const parties = theCase?.parties.map((one) => (one.id === 'respondent-2' ? { ...one, language: 'fr' } : one));
      Object.assign(theCase ?? {}, { parties });
    });
    const papers = play.decisions.flatMap(({ facts }) => facts.filter((fact) => fact.kind === 'DocumentIssued'));
    const attached = play.sent
      .filter(({ notice }) => notice === 'dispute-notice')
      .map(({ attach }) => attach.map((id) => papers.find((paper) => paper.id === id)?.content.title));
    expect(attached).toEqual([['Dispute notice'], ['Avis de différend']]);
  });

  it('keeps what they were promised after responding, however soon the applicant files', () => {
    const play = issued();
    for (const as of ['respondent-1', 'respondent-2']) {
      playStep(play, { as, do: 'CONFIRM_RECEIPT', form: { receivedOn: '2026-03-02' } });
      playStep(play, { as, do: 'FILE_RESPONSE', form: { position: 'agree' } });
    }
    playStep(play, { as: 'applicant', do: 'ASK_FACILITATION' });
    playStep(play, { as: 'facilitator', do: 'END_FACILITATION' });
    const dates = { applicantBy: '2026-04-02', respondentBy: '2026-04-20', finalBy: '2026-04-27' };
    playStep(play, { as: 'registrar', do: 'SET_SUBMISSION_DATES', form: dates });
    const [exemption, counterclaim] = [due(play, 'exemptionWindow'), due(play, 'counterclaimWindow')];
    playStep(play, { as: 'applicant', do: 'FILE_SUBMISSION', form: { arguments: 'Here is the contract.' } });
    expect([due(play, 'exemptionWindow'), due(play, 'counterclaimWindow')]).toEqual([exemption, counterclaim]);
    for (const [event, form] of [
      ['REQUEST_EXEMPTION', { reasons: 'It is about land.' }],
      ['FILE_COUNTERCLAIM', { amount: 350_000, whatHappened: 'The work was bad.', remedy: 'Pay for the repair.' }],
      ['FILE_REPLY', { arguments: 'I paid in cash.' }],
    ] as const) {
      playStep(play, { as: 'respondent-1', do: event, form });
      expect(play.trace.at(-1)?.refused, event).toBeUndefined();
    }
  });

  it('is told one date for the reply, also when the date that was set is a Sunday', () => {
    const play = issued();
    for (const as of ['respondent-1', 'respondent-2']) {
      playStep(play, { as, do: 'CONFIRM_RECEIPT', form: { receivedOn: '2026-03-02' } });
      playStep(play, { as, do: 'FILE_RESPONSE', form: { position: 'agree' } });
    }
    playStep(play, { as: 'applicant', do: 'ASK_FACILITATION' });
    playStep(play, { as: 'facilitator', do: 'END_FACILITATION' });
    playStep(play, {
      as: 'registrar',
      do: 'SET_SUBMISSION_DATES',
      form: { applicantBy: '2026-04-02', respondentBy: '2026-04-19', finalBy: '2026-04-27' },
    });
    playStep(play, { as: 'applicant', do: 'FILE_SUBMISSION', form: { arguments: 'Here is the contract.' } });
    const wanted = play.sent.find(({ notice }) => notice === 'reply-wanted');
    expect(wanted?.subject).toContain('20 April 2026');
    expect(`${wanted?.subject} ${wanted?.body}`).not.toContain('19 April');
  });

  it('is not served by an e-mail that nobody confirmed', () => {
    const play = issued();
    playStep(play, { deliver: 'dispute-notice', party: 'respondent-1' });
    expect(play.theCase?.parties.find(({ id }) => id === 'respondent-1')?.servedOn).toBeUndefined();
  });

  it('cannot be answered for by the other respondent, nor served by themself', () => {
    const play = issued();
    playStep(play, {
      as: 'respondent-2',
      do: 'CONFIRM_RECEIPT',
      party: 'respondent-1',
      form: { receivedOn: '2026-03-02' },
    });
    expect(play.trace.at(-1)?.refused).toBe('NotYours');
    playStep(play, { as: 'respondent-1', do: 'RECORD_SERVICE', party: 'respondent-1', form: {} });
    expect(play.trace.at(-1)?.refused).toBe('NotYours');
  });

  it('cannot be answered for by a party that someone added', () => {
    const play = issued();
    playStep(play, { as: 'respondent-2', do: 'CONFIRM_RECEIPT', form: { receivedOn: '2026-03-02' } });
    playStep(play, { as: 'respondent-2', do: 'FILE_RESPONSE', form: { position: 'agree' } });
    playStep(play, { as: 'respondent-2', do: 'ADD_THIRD_PARTY', form: { name: 'Pat Doe', reasons: 'They did it.' } });
    playStep(play, {
      as: 'third-party-1',
      do: 'CONFIRM_RECEIPT',
      party: 'respondent-1',
      form: { receivedOn: '2026-03-02' },
    });
    expect(play.trace.at(-1)?.refused).toBe('NotYours');
  });
});

describe('the fee of the shipped small claim', () => {
  it.each([
    [300_000, 7_500],
    [300_001, 12_500],
  ])('for a claim of %i cents is %i cents', (amount, fee) => {
    const play = startPlay(process, { start: '2026-03-02T09:00', parties: { applicant: 1, respondent: 1 } });
    playStep(play, {
      as: 'applicant',
      do: 'SUBMIT_UNPAID',
      form: {
        applicantType: 'individual',
        claimType: 'debt',
        incidentOn: '2026-01-15',
        whatHappened: 'A loan.',
        amount,
        remedy: 'Pay.',
      },
    });
    expect(play.theCase?.fees.application?.charged).toBe(fee);
  });

  it('is given back when the parties settle between themselves, and not when a facilitator helped', () => {
    const refunds = ['settled in negotiation', 'settled with a facilitator: no refund'].map((name) => {
      const scenario = definition.scenarios.find((one) => one.name.startsWith(name));
      if (!scenario) throw new Error(`the scenario ${name} is gone`);
      const play = startPlay(process, scenario);
      for (const step of scenario.steps) if (!('expect' in step)) playStep(play, step);
      return play.theCase?.fees.application?.refunded;
    });
    expect(refunds).toEqual([7_500, 0]);
  });
});
