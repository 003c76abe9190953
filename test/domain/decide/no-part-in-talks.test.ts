import { describe, expect, it } from 'vitest';
import { audiencesOf } from '../../../src/domain/access/audiences-of.ts';
import { binds } from '../../../src/domain/access/binds.ts';
import { decide } from '../../../src/domain/decide/decide.ts';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import type { Viewer } from '../../../src/domain/viewer.ts';
import { aPlay, bothAnswered, caseOf, does, facts, partyIn } from './a-play.ts';

const two = { applicant: 1, respondent: 2 };
const fromAnn = { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 100 } };

/** Both respondents had answered; then the claim against the second was withdrawn. */
function released(steps: Parameters<typeof aPlay>[0] = []) {
  const play = aPlay([...bothAnswered, ...steps], two);
  const parties = caseOf(play).parties.map((one) => (one.id === 'respondent-2' ? { ...one, responded: false } : one));
  play.theCase = { ...caseOf(play), parties };
  return play;
}

function viewer(id: string): Viewer {
  return { kind: 'user', userId: id, email: `${id}@example.org`, name: id, language: 'en', roles: [] };
}

/** Until when an offer stands, as its notice says it to each respondent. */
function toldUntil(engine: number): Record<string, readonly string[]> {
  const play = released();
  const actor = { kind: 'person', userId: 'a', role: 'applicant', party: 'applicant-1' } as const;
  const command = { kind: 'event', actor, type: 'MAKE_OFFER', data: { amount: 100 } } as const;
  const decision = decide(play.process, caseOf(play), command, { at: play.now, id: 'x.', engine });
  if (isRefusal(decision)) throw new Error(decision.refused);
  const sent = decision.facts.filter((fact) => fact.kind === 'NoticeSent');
  return Object.fromEntries(sent.map(({ to, deadlines }) => [to.party ?? '', deadlines]));
}

describe('a respondent who takes no part in the talks', () => {
  it('is not bound by the date of an offer, as those are who do', () => {
    const play = released([fromAnn]);
    const { definition } = play.process;
    const offer = caseOf(play).deadlines.find(({ chart }) => chart.startsWith('offer:'));
    if (!offer) throw new Error('no offer stands');
    const isBound = (party: string) => binds(definition, caseOf(play), offer, { role: 'respondent', party });
    expect(isBound('respondent-1')).toBe(true);
    expect(isBound('respondent-2')).toBe(false);
  });

  it('is not told until when an offer stands', () => {
    const told = toldUntil(ENGINE_REVISION);
    expect(told['respondent-1']).toHaveLength(1);
    expect(told['respondent-2']).toEqual([]);
  });

  it('was told so by revision 2, which is decided again as it was', () => {
    const told = toldUntil(2);
    expect(told['respondent-2']).toEqual(told['respondent-1']);
    expect(told['respondent-2']).toHaveLength(1);
  });

  it('reads the room no more, but what was written to them alone', () => {
    const readBy = (play: ReturnType<typeof aPlay>) => {
      const parties = caseOf(play).parties.map((one) => ({ ...one, invited: true, email: `${one.id}@example.org` }));
      return audiencesOf(viewer('respondent-2'), { ...caseOf(play), parties });
    };
    expect(readBy(aPlay([...bothAnswered, fromAnn], two))).toContain('room');
    const left = readBy(released([fromAnn]));
    expect(left).not.toContain('room');
    expect(left).toEqual(expect.arrayContaining(['case', 'party:respondent-2', 'caucus:respondent-2']));
  });

  it('neither makes nor answers an offer nor writes to all, and hears the same whether or not an offer stands', () => {
    for (const play of [released(), released([fromAnn])]) {
      expect(partyIn(play, 'respondent-2').responded).toBe(false);
      expect(does(play, 'respondent-2', 'MAKE_OFFER', { amount: 1 })).toBe('NotNow');
      expect(does(play, 'respondent-2', 'DECLINE_OFFER')).toBe('NotNow');
      expect(does(play, 'respondent-2', 'SEND_MESSAGE', { message: 'And I?' })).toBe('NotNow');
    }
  });

  it('leaves the answer to those who do', () => {
    const play = released([fromAnn]);
    expect(does(play, 'respondent-1', 'ACCEPT_OFFER')).toBeUndefined();
    expect(facts(play, 'OfferMoved')).toMatchObject([{ offer: { status: 'accepted' } }]);
  });
});
