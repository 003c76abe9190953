import { describe, expect, it } from 'vitest';
import { visibleAnswers } from '../../src/domain/access/visible-answers.ts';
import { isPrivileged } from '../../src/domain/audience.ts';
import { deadlineAudience } from '../../src/domain/decide/deadlines.ts';
import { type Play, playStep, startPlay } from '../../src/domain/rehearsal/simulate.ts';
import type { Viewer } from '../../src/domain/viewer.ts';
import { processOf, shippedDefinition } from './shipped.ts';

const definition = shippedDefinition('small-claims');
const process = processOf(definition);

const MEMBER: Viewer = {
  kind: 'user',
  userId: 'member-1',
  email: 'member-1@example.org',
  name: 'Member',
  language: 'en',
  roles: ['member'],
};

const APPLICATION = {
  applicantType: 'individual',
  claimType: 'debt',
  incidentOn: '2026-01-15',
  whatHappened: 'A loan.',
  amount: 120_000,
  remedy: 'Pay.',
};

/** A claim that goes through talks and a proposed order to a member; only what was said without prejudice differs. */
function decidedAfter(amount: number, words: string): Play {
  const play = startPlay(process, { start: '2026-03-02T09:00', parties: { applicant: 1, respondent: 1 } });
  const offer = { amount, terms: words };
  const steps: readonly (readonly [string, string, Record<string, unknown>?, string?])[] = [
    ['applicant', 'SUBMIT', APPLICATION],
    ['registrar', 'ISSUE_NOTICE'],
    ['respondent-1', 'CONFIRM_RECEIPT', { receivedOn: '2026-03-02' }],
    ['respondent-1', 'FILE_RESPONSE', { position: 'disagree', reasons: 'I paid.' }],
    ['applicant', 'SEND_MESSAGE', { message: words }],
    ['applicant', 'MAKE_OFFER', offer],
    ['respondent-1', 'COUNTER_OFFER', offer],
    ['applicant', 'ASK_FACILITATION'],
    ['facilitator', 'WRITE_TO_PARTY', { message: words }, 'applicant-1'],
    ['respondent-1', 'SEND_SEPARATE_MESSAGE', { message: words }],
    ['facilitator', 'PROPOSE_CONSENT_ORDER', offer],
    ['applicant', 'DECLINE_OFFER'],
    ['facilitator', 'END_FACILITATION'],
    ['registrar', 'ASSIGN', { role: 'member', user: 'member-1' }],
  ];
  for (const [as, type, form, party] of steps) {
    playStep(play, { as, do: type, ...(form ? { form } : {}), ...(party ? { party } : {}) });
    expect(play.trace.findLast(({ by }) => by === as)?.refused).toBeUndefined();
  }
  return play;
}

describe('the member who decides a small claim', () => {
  const low = decidedAfter(10_000, 'Ten dollars a month');
  const high = decidedAfter(110_000, 'All of it, and an apology');

  it('reads the same answers whatever was offered', () => {
    const answers = [low, high].map(({ theCase }) => theCase && visibleAnswers(definition, theCase, MEMBER));
    expect(answers[0]).toEqual(answers[1]);
    expect(JSON.stringify(answers)).not.toMatch(/offer|Ten dollars|apology/);
  });

  it('finds no trace of it among the facts that are not of the room', () => {
    const open = [low, high].map(({ decisions }) =>
      decisions.flatMap(({ entry, facts }) =>
        isPrivileged(entry.audience)
          ? []
          : facts.filter((fact) => !('audience' in fact) || !isPrivileged(fact.audience)),
      ),
    );
    expect(open[0]).toEqual(open[1]);
    expect(JSON.stringify(open)).not.toMatch(/Ten dollars|apology/);
  });

  it('finds no trace of it in the open entries of the journal', () => {
    const open = [low, high].map(({ decisions }) =>
      decisions.flatMap(({ entry }) => (isPrivileged(entry.audience) ? [] : [entry])),
    );
    expect(open[0]).toEqual(open[1]);
  });

  it('cannot tell whether an order was proposed, while it is open, when it is declined and when its time runs out', () => {
    const [quiet, proposed] = [inTalks(), inTalks()];
    const seen = (play: Play) => ({
      stands: play.trace.at(-1)?.state,
      deadlines: play.theCase?.deadlines.filter((deadline) => deadlineAudience(deadline) === 'case'),
      open: play.decisions.filter(({ entry }) => !isPrivileged(entry.audience)).map(({ entry }) => entry.command),
    });
    const propose = () =>
      playStep(proposed, { as: 'facilitator', do: 'PROPOSE_CONSENT_ORDER', form: { amount: 1_000, terms: 'Pay.' } });
    propose();
    expect(proposed.trace.at(-1)?.refused).toBeUndefined();
    expect(seen(proposed)).toEqual(seen(quiet));
    playStep(proposed, { as: 'applicant', do: 'DECLINE_OFFER' });
    expect(seen(proposed)).toEqual(seen(quiet));
    propose();
    for (const play of [quiet, proposed]) playStep(play, { advance: 'P11D' });
    expect(proposed.trace.flatMap(({ notices }) => notices)).toContain('offer-expired');
    expect(seen(proposed)).toEqual(seen(quiet));
  });

  it('reads neither that everyone agreed to an order, nor that the tribunal sent its terms back', () => {
    const play = inTalks();
    const steps: readonly (readonly [string, string, Record<string, unknown>?])[] = [
      ['facilitator', 'PROPOSE_CONSENT_ORDER', { amount: 1_000, terms: 'Pay.' }],
      ['applicant', 'ACCEPT_OFFER'],
      ['respondent-1', 'ACCEPT_OFFER'],
      ['registrar', 'RETURN_CONSENT_ORDER', { reasons: 'Say by when.' }],
      ['facilitator', 'END_FACILITATION'],
    ];
    for (const [as, type, form] of steps) playStep(play, { as, do: type, ...(form ? { form } : {}) });
    expect(play.trace.flatMap(({ notices }) => notices)).toEqual(
      expect.arrayContaining(['consent-agreed', 'consent-returned', 'adjudication-begins']),
    );
    const read = play.decisions.flatMap(({ entry, facts }) => [
      ...(isPrivileged(entry.audience) ? [] : [entry]),
      ...facts.filter((fact) => 'audience' in fact && !isPrivileged(fact.audience)),
    ]);
    expect(JSON.stringify(read)).not.toMatch(/CONSENT_ORDER|consent-agreed|consent-returned|Say by when/);
  });
});

describe('who takes no part in the talks of a small claim', () => {
  it('hears nothing of what is offered there', () => {
    const name = 'one answers, one is in default: both go on';
    const scenario = definition.scenarios.find((one) => one.name === name);
    if (!scenario) throw new Error(`there is no scenario ${name}`);
    const play = startPlay(process, scenario);
    for (const step of scenario.steps) if (!('expect' in step)) playStep(play, step);
    const sent = play.decisions.flatMap(({ facts }) => facts).filter((fact) => fact.kind === 'NoticeSent');
    const toldOfOffers = sent.filter(({ notice }) => notice.startsWith('offer-')).map(({ to }) => to.party);
    const takePart = play.theCase?.parties.filter(({ chart, responded }) => !chart || responded).map(({ id }) => id);
    expect(toldOfOffers).not.toHaveLength(0);
    expect(takePart).toEqual(expect.arrayContaining(toldOfOffers));
  });
});

function inTalks(): Play {
  const play = startPlay(process, { start: '2026-03-02T09:00', parties: { applicant: 1, respondent: 1 } });
  const steps: readonly (readonly [string, string, Record<string, unknown>?])[] = [
    ['applicant', 'SUBMIT', APPLICATION],
    ['registrar', 'ISSUE_NOTICE'],
    ['respondent-1', 'CONFIRM_RECEIPT', { receivedOn: '2026-03-02' }],
    ['respondent-1', 'FILE_RESPONSE', { position: 'disagree', reasons: 'I paid.' }],
    ['applicant', 'ASK_FACILITATION'],
  ];
  for (const [as, type, form] of steps) playStep(play, { as, do: type, ...(form ? { form } : {}) });
  return play;
}
