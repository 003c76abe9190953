import { describe, expect, it } from 'vitest';
import { aPlay, caseOf, changed, facts, joins, partyIn, wasServed } from './a-play.ts';

/** A respondent who has not shown who they are. */
function unbound(definition?: Parameters<typeof aPlay>[2]) {
  const play = aPlay(wasServed, undefined, definition);
  const parties = caseOf(play).parties.map((party) => {
    const { userId, ...rest } = party;
    return party.role === 'respondent' ? { ...rest, invited: false } : party;
  });
  play.theCase = { ...caseOf(play), parties };
  return play;
}

describe('someone who joins', () => {
  it('is bound to the party that they are, and sees the case from then on', () => {
    const play = unbound();
    expect(joins(play, 'bob')).toBeUndefined();
    expect(partyIn(play, 'respondent-1')).toMatchObject({ userId: 'bob', invited: true });
    expect(play.decisions.at(-1)?.entry.audience).toBe('case');
    expect(facts(play, 'PartyJoined')).toEqual([{ kind: 'PartyJoined', party: 'respondent-1', userId: 'bob' }]);
  });

  it('is that party once: again changes nothing, and nobody else can be', () => {
    const play = unbound();
    joins(play, 'bob');
    expect(joins(play, 'bob')).toBeUndefined();
    expect(facts(play, 'PartyJoined')).toEqual([]);
    expect(joins(play, 'eve')).toBe('AlreadyJoined');
    expect(joins(play, 'eve', undefined, 'nobody')).toBe('UnknownParty');
  });

  it('is heard of by their own chart', () => {
    const definition = changed(({ partyCharts }) => ({
      partyCharts: {
        respondent: {
          ...partyCharts?.respondent,
          initial: 'waiting',
          states: { ...partyCharts?.respondent?.states, served: { on: { JOINED: 'responded' } } },
        },
      },
    }));
    const play = unbound(definition);
    joins(play, 'bob');
    expect(partyIn(play, 'respondent-1').chart?.value).toBe('responded');
  });
});
