import { describe, expect, it } from 'vitest';
import { answered, aPlay, caseOf, changed, does, facts, partyIn, submitted } from './a-play.ts';
import { both } from './a-telling-process.ts';

describe('a notice', () => {
  it('is not sent to the side whose act it tells of', () => {
    const play = aPlay([...answered, { as: 'respondent', do: 'MAKE_OFFER', form: { amount: 1 } }]);
    expect(facts(play, 'NoticeSent').map(({ to }) => to.party)).toEqual(['applicant-1']);
  });

  it('lets who gets it see the case from then on', () => {
    const play = aPlay(submitted);
    play.theCase = { ...caseOf(play), parties: caseOf(play).parties.map((party) => ({ ...party, invited: false })) };
    does(play, 'applicant', 'PAY');
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect([partyIn(play, 'applicant-1').invited, partyIn(play, 'respondent-1').invited]).toEqual([false, true]);
  });

  it('to someone of the tribunal goes to who has the case, and to nobody where nobody has it', () => {
    const staff = changed(({ notices, chart }) => ({
      notices: {
        ...notices,
        'offer-made': {
          to: ['facilitator', 'member', 'registrar'],
          channels: ['portal'],
          template: 'notice',
          subject: both('x'),
          body: both('x'),
        },
      },
      chart,
    }));
    const play = aPlay([...answered, { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 1 } }], undefined, staff);
    expect(facts(play, 'NoticeSent').map(({ to, audience }) => [to, audience])).toEqual([
      [{ role: 'facilitator', name: '', userId: 'facilitator-1' }, 'tribunal'],
    ]);
  });

  it('without prejudice to the facilitator is read in the room', () => {
    const staff = changed(({ notices }) => ({
      notices: {
        ...notices,
        'offer-made': {
          to: ['facilitator'],
          channels: ['portal'],
          template: 'notice',
          privileged: true,
          subject: both('x'),
          body: both('x'),
        },
      },
    }));
    const play = aPlay([...answered, { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 1 } }], undefined, staff);
    expect(facts(play, 'NoticeSent')).toMatchObject([{ audience: 'room', legal: false }]);
  });

  it('to a party without an address asks the registry to find another way', () => {
    const play = aPlay(submitted);
    play.theCase = { ...caseOf(play), parties: caseOf(play).parties.map(({ email: _, ...party }) => party) };
    does(play, 'applicant', 'PAY');
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect(facts(play, 'NoticeSent')[0]?.to).toEqual({
      role: 'respondent',
      name: 'respondent-1',
      party: 'respondent-1',
    });
    expect(facts(play, 'TaskOpened')).toMatchObject([{ task: 'undeliverable-notice', party: 'respondent-1' }]);
  });
});
