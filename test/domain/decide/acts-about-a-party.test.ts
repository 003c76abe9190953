import { describe, expect, it } from 'vitest';
import { aPlay, caseOf, claim, decides, does, submitted } from './a-play.ts';

describe('an act about a party', () => {
  it('names one that it can be about, and one’s own is meant when none is named', () => {
    const play = aPlay([...submitted, { as: 'applicant', do: 'PAY' }, { as: 'registrar', do: 'ISSUE_NOTICE' }], {
      applicant: 1,
      respondent: 2,
    });
    const form = { servedOn: '2026-03-02', method: 'inPerson' };
    expect(does(play, 'applicant', 'RECORD_SERVICE', form)).toBe('PartyNeeded');
    expect(does(play, 'applicant', 'RECORD_SERVICE', form, 'nobody')).toBe('UnknownParty');
    expect(does(play, 'applicant', 'RECORD_SERVICE', form, 'respondent-2')).toBeUndefined();
    expect(does(play, 'respondent-1', 'FILE_RESPONSE', { position: 'agree' }, 'respondent-2')).toBe('NotYours');
    expect(does(play, 'respondent-1', 'FILE_RESPONSE', { position: 'agree' })).toBe('NotNow');
    expect(does(play, 'respondent-2', 'FILE_RESPONSE', { position: 'agree' })).toBeUndefined();
  });

  it('is not done by who is in no such role, or in no such case', () => {
    const play = aPlay();
    for (const as of ['respondent', 'registrar', 'applicant-9', 'stranger'])
      expect(does(play, as, 'SUBMIT', claim)).toBe('NotYours');
    const actor = { kind: 'person', userId: 'x', role: 'applicant', party: 'of-another-case' } as const;
    expect(decides(play, { kind: 'event', actor, type: 'SUBMIT', data: claim })).toBe('NotYours');
  });

  it.each([
    'NOTHING',
    'PARTY_CHANGED',
    'NOTICE_ISSUED',
    'SERVED',
    'constructor',
    'toString',
    '__proto__',
    'xstate.done.state.(chart)',
    'xstate.after.submitWindow.(chart).intake.draft',
    '',
    '*',
  ])('is never called %j', (event) => {
    const play = aPlay(submitted);
    for (const as of ['applicant', 'respondent', 'registrar', 'member'])
      expect(does(play, as, event)).toBe('UnknownEvent');
    expect(caseOf(play).version).toBe(2);
  });
});
