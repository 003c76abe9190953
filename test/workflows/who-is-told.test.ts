import { describe, expect, it } from 'vitest';
import { playStep, startPlay } from '../../src/domain/rehearsal/simulate.ts';
import { processOf, shippedDefinition } from './shipped.ts';
import { type Told, whoIsTold } from './who-is-told.ts';

type Reason = readonly [step: RegExp, role: string, why: string];

/** Steps that change something for a party and tell them nothing: whose, and why that is right. */
const RIGHTLY_SILENT: Readonly<Record<string, readonly Reason[]>> = {
  'small-claims': [
    [/^(REFUSE|WITHDRAW|after (draft|payment)Window) at intake/, 'respondent', 'they never heard of the claim'],
    [
      /^after (exemption|counterclaim|lateCounterclaim|cancellation)Window/,
      'respondent',
      'it was theirs to use, and they were reminded',
    ],
    [/^after serviceWindow/, 'respondent', 'who has not been reached has nothing to do'],
    [/^after defaultRequestWindow/, 'respondent', 'the applicant missed it; nothing is decided about them'],
    [/^(after responseWindow|after negotiationWindow|ASK_FACILITATION)/, 'third-party', 'they have still to answer'],
    [/^END_FACILITATION/, 'third-party', 'they have still to answer, or did not'],
    [/^(after (response|negotiation)Window|ASK_FACILITATION|ACCEPT_OFFER)/, 'respondent', 'in default: no talks'],
    [/^ISSUE_DEFAULT_DECISION/, 'respondent', 'it is about another, who is told'],
    [/^GRANT_CANCELLATION/, 'respondent', 'it is about another, who is told'],
    [/^after reviewWindow/, 'respondent', 'only the applicant has something to do'],
    [/^after submissionDue/, 'third-party', 'never served, or silent: they have no turn'],
  ],
  'traffic-fine': [
    [/^CREATE_FINE/, 'offender', 'they are told when it is sent'],
    [/^after (appeal|judge|judgeAgain)Window/, 'offender', 'it was theirs to use, and they were reminded'],
    [/^after closingWindow/, 'offender', 'they were told when they had paid'],
  ],
};

describe.each(Object.entries(RIGHTLY_SILENT))('whoever is in a case of %s', (id, reasons) => {
  const silent = whoIsTold(shippedDefinition(id)).filter(
    ({ notices, changes }) => notices.length === 0 && changes.length > 0,
  );
  const accounts = ({ step, role }: Told) => reasons.find(([name, whose]) => role === whose && name.test(step));

  it('is told of each step by which they can or must do something else, unless there is a reason', () => {
    expect(silent.filter((one) => !accounts(one))).toEqual([]);
  });

  it('has no reason standing there for silence that is over', () => {
    const isFor = (one: Told, [name, whose]: Reason) => one.role === whose && name.test(one.step);
    expect(reasons.filter((reason) => !silent.some((one) => isFor(one, reason)))).toEqual([]);
  });
});

describe('people who agreed in a small claim', () => {
  const definition = shippedDefinition('small-claims');
  const story = definition.scenarios.find(({ name }) => name === 'agreement, then a consent order');

  it('are told nowhere on the way to an order by consent that taking part is mandatory', () => {
    if (!story) throw new Error('the scenario of a consent order is gone');
    const play = startPlay(processOf(definition), story);
    for (const step of story.steps) if (!('expect' in step)) playStep(play, step);
    const agreed = play.sent.findIndex(({ notice }) => notice === 'agreed');
    const after = play.sent.slice(agreed);
    expect(after.map(({ notice }) => notice)).toEqual(
      expect.arrayContaining(['order-asked', 'consent-proposed', 'consent-agreed', 'consent-order']),
    );
    expect(after.filter(({ body }) => /mandatory/.test(body)).map(({ notice }) => notice)).toEqual([]);
  });

  it('read in each state, whatever their role, what has been reached and what is left to do', () => {
    const { guidance } = definition;
    for (const state of ['open.agreement', 'open.facilitation.talks.agreed', 'open.facilitation.approval'])
      for (const role of ['applicant', 'respondent', 'third-party']) {
        expect(guidance[state]?.[role]?.en, `${state} ${role}`).toMatch(/settled|agreed/);
        expect(guidance[state]?.[role]?.en).not.toMatch(/mandatory/);
      }
  });
});

it('tells the parties of a small claim by letter too, but for the talks and what asks nothing of them', () => {
  const { notices, roles } = shippedDefinition('small-claims');
  const isParty = (role: string) => roles[role]?.kind === 'party';
  const never = Object.entries(notices).filter(
    ([, { to, channels, privileged }]) => to.some(isParty) && !privileged && !channels.includes('letter'),
  );
  expect(never.map(([name]) => name).toSorted()).toEqual([
    'more-time-asked',
    'release-known',
    'response-received',
    'response-shared',
    'third-party-heard',
  ]);
  for (const [name, { channels, privileged }] of Object.entries(notices))
    if (privileged) expect(channels, name).not.toContain('letter');
});
