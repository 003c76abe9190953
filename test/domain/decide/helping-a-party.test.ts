import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/domain/decide/decide.ts';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { processFor } from '../../a-process.ts';
import { answered, aPlay, caseOf, decides, does, facts, joins, partyIn, submitted, wasServed } from './a-play.ts';

const help = { capacity: 'helper', name: 'Hal', email: 'hal@example.org' };
const acts = { capacity: 'representative', name: 'Rita', email: 'rita@example.org' };

describe('who acts for a party or helps it', () => {
  it('is invited by the party themself, and by nobody for them', () => {
    const play = aPlay(wasServed);
    expect(does(play, 'respondent', 'INVITE', acts)).toBeUndefined();
    expect(facts(play, 'SupporterInvited')).toMatchObject([{ party: 'respondent-1', email: 'rita@example.org' }]);
    expect(play.decisions.at(-1)?.entry.audience).toBe('party:respondent-1');
    for (const as of ['applicant', 'registrar', 'representative:respondent-1', 'helper:respondent-1'])
      expect(does(play, as, 'INVITE', help, 'respondent-1')).toBe('CannotInvite');
    expect(does(play, 'respondent', 'INVITE', help, 'nobody')).toBe('UnknownParty');
    expect(does(play, 'respondent', 'INVITE', { ...help, email: 'hal' })).toBe('InvalidForm');
    expect(does(play, 'respondent', 'INVITE', { ...help, capacity: 'boss' })).toBe('InvalidForm');
  });

  it('joins by the invitation, once', () => {
    const play = aPlay([...wasServed, { as: 'respondent', do: 'INVITE', form: acts }]);
    const id = partyIn(play, 'respondent-1').supporters[0]?.id ?? '';
    expect(joins(play, 'rita', id)).toBeUndefined();
    expect(play.decisions.at(-1)?.entry.audience).toBe('party:respondent-1');
    expect(partyIn(play, 'respondent-1').supporters).toMatchObject([{ name: 'Rita', userId: 'rita' }]);
    expect(joins(play, 'rita', id)).toBeUndefined();
    expect(joins(play, 'eve', id)).toBe('AlreadyJoined');
    expect(joins(play, 'eve', 'nobody')).toBe('UnknownParty');
    expect(joins(play, 'eve', id, 'nobody')).toBe('UnknownParty');
    expect(partyIn(play, 'respondent-1').userId).toBe('respondent-1');
  });

  it('may do for the party what is listed for them, and a helper no more than that', () => {
    const play = aPlay(wasServed);
    const answers = { position: 'agree' };
    expect(does(play, 'helper:respondent-1', 'FILE_RESPONSE', answers)).toBe('NotYours');
    expect(does(play, 'representative:respondent-1', 'FILE_RESPONSE', answers)).toBeUndefined();
    expect(does(play, 'representative:applicant-1', 'MAKE_OFFER', { amount: 1 })).toBe('NotYours');
  });

  it('is sent what the party is sent, when they act for it and have accepted', () => {
    const sayYes = { capacity: 'representative', name: 'Remo', email: 'remo@example.org' };
    const play = aPlay([
      ...submitted,
      { as: 'respondent', do: 'INVITE', form: acts },
      { as: 'respondent', do: 'INVITE', form: help },
      { as: 'respondent', do: 'INVITE', form: sayYes },
      { as: 'applicant', do: 'PAY' },
    ]);
    const [rita, hal] = partyIn(play, 'respondent-1').supporters;
    joins(play, 'rita', rita?.id);
    joins(play, 'hal', hal?.id);
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect(facts(play, 'NoticeSent').map(({ to, audience }) => [to.name, to.email, to.party, audience])).toEqual([
      ['respondent-1', 'respondent-1@example.org', 'respondent-1', 'party:respondent-1'],
      ['Rita', 'rita@example.org', 'respondent-1', 'party:respondent-1'],
    ]);
  });

  it('never helps the other side after this one, and may come back to this one', () => {
    const other = { capacity: 'helper', name: 'Hal', email: 'hal@example.org' };
    const play = aPlay([...answered, { as: 'respondent', do: 'INVITE', form: help }]);
    joins(play, 'hal', partyIn(play, 'respondent-1').supporters[0]?.id);
    does(play, 'respondent', 'REVOKE', { supporter: partyIn(play, 'respondent-1').supporters[0]?.id });
    expect(does(play, 'applicant', 'INVITE', other)).toBeUndefined();
    expect(joins(play, 'hal', partyIn(play, 'applicant-1').supporters[0]?.id, 'applicant-1')).toBe('BothSides');
    expect(does(play, 'respondent', 'INVITE', help)).toBeUndefined();
    expect(joins(play, 'hal', partyIn(play, 'respondent-1').supporters[0]?.id)).toBeUndefined();
  });

  it('is let go by the party, and may never serve the case for the tribunal', () => {
    const play = aPlay([
      ...answered,
      { as: 'respondent', do: 'INVITE', form: acts },
      { as: 'respondent', do: 'INVITE', form: help },
    ]);
    const [rita, hal] = partyIn(play, 'respondent-1').supporters;
    joins(play, 'rita', rita?.id);
    expect(does(play, 'applicant', 'REVOKE', { supporter: rita?.id }, 'respondent-1')).toBe('CannotInvite');
    expect(does(play, 'respondent', 'REVOKE', { supporter: 'nobody' })).toBe('UnknownParty');
    expect(does(play, 'respondent', 'REVOKE', { supporter: rita?.id }, 'nobody')).toBe('UnknownParty');
    expect(does(play, 'respondent', 'REVOKE', { supporter: rita?.id })).toBeUndefined();
    expect(does(play, 'respondent', 'REVOKE', { supporter: hal?.id })).toBeUndefined();
    expect(partyIn(play, 'respondent-1').supporters).toEqual([]);
    expect(caseOf(play).conflicts).toEqual(['rita']);
    expect(does(play, 'registrar', 'ASSIGN', { role: 'member', user: 'rita' })).toBe('Excluded');
  });

  it('is given another part by the party alone, and told so', () => {
    const play = aPlay([...wasServed, { as: 'respondent', do: 'INVITE', form: help }]);
    const id = partyIn(play, 'respondent-1').supporters[0]?.id ?? '';
    const more = { supporter: id, capacity: 'representative' };
    for (const as of ['applicant', 'registrar', 'helper:respondent-1'])
      expect(does(play, as, 'CHANGE_HELP', more, 'respondent-1'), as).toBe('CannotInvite');
    expect(does(play, 'respondent', 'CHANGE_HELP', { ...more, supporter: 'nobody' })).toBe('UnknownParty');
    expect(does(play, 'respondent', 'CHANGE_HELP', more)).toBeUndefined();
    expect(partyIn(play, 'respondent-1').supporters).toMatchObject([{ id, capacity: 'representative' }]);
    expect(facts(play, 'NoticeSent')).toMatchObject([{ notice: 'help-changed', to: { email: 'hal@example.org' } }]);
    expect(play.decisions.at(-1)?.entry.audience).toBe('party:respondent-1');
  });

  it('declines or steps back, the party hears of it, and nobody can do so for them', () => {
    const play = aPlay([
      ...wasServed,
      { as: 'respondent', do: 'INVITE', form: help },
      { as: 'respondent', do: 'INVITE', form: acts },
    ]);
    const [hal, rita] = partyIn(play, 'respondent-1').supporters;
    const party = 'respondent-1';
    const helping = { kind: 'person', userId: 'hal', role: 'respondent', party, capacity: 'helper' } as const;
    joins(play, 'rita', rita?.id);
    const leave = (supporter = '') => decides(play, { kind: 'stepBack', actor: helping, party, supporter });
    expect(leave(rita?.id)).toBe('NotYours');
    expect(leave('nobody')).toBe('UnknownParty');
    expect(leave(hal?.id)).toBeUndefined();
    expect(facts(play, 'NoticeSent')).toMatchObject([{ notice: 'supporter-left', to: { party } }]);
    // He never saw the case: nothing keeps him from it.
    expect(caseOf(play).conflicts).toEqual([]);
    expect(does(play, 'respondent', 'STEP_BACK')).toBe('UnknownParty');
    expect(
      decides(play, { kind: 'stepBack', actor: { ...helping, userId: 'rita' }, party, supporter: rita?.id ?? '' }),
    ).toBe(undefined);
    expect(caseOf(play).conflicts).toEqual(['rita']);
    expect(partyIn(play, party).supporters).toEqual([]);
  });

  it('cannot be asked for to learn of an address that the other side keeps secret: that is told to who accepts', () => {
    const play = aPlay(wasServed);
    const parties = caseOf(play).parties.map((one) => (one.side === 'applicant' ? { ...one, isProtected: true } : one));
    play.theCase = { ...caseOf(play), parties };
    expect(does(play, 'respondent', 'INVITE', { ...help, email: 'applicant-1@example.org' })).toBeUndefined();
    const [asked] = partyIn(play, 'respondent-1').supporters;
    expect(joins(play, 'applicant-1', asked?.id, 'respondent-1')).toBe('BothSides');
  });

  it('is nobody of the other side, of the case already, or who had it for the tribunal', () => {
    const play = aPlay(wasServed);
    const invite = (email: string, as = 'respondent') => does(play, as, 'INVITE', { ...help, email });
    expect(invite('Applicant-1@example.org')).toBe('BothSides');
    expect(invite('respondent-1@example.org')).toBe('AlreadyInvited');
    expect(invite('lee@example.org')).toBeUndefined();
    expect(invite('LEE@example.org')).toBe('AlreadyInvited');
    // Whom the other side has asked is not for this one to know: Lee hears of it on accepting.
    expect(invite('lee@example.org', 'applicant')).toBeUndefined();
    const [theirs, ours] = ['respondent-1', 'applicant-1'].map((id) => partyIn(play, id).supporters[0]?.id);
    expect(joins(play, 'lee', theirs)).toBeUndefined();
    expect(joins(play, 'lee', ours, 'applicant-1')).toBe('BothSides');
    expect(joins(play, 'respondent-1', ours, 'applicant-1')).toBe('BothSides');
    play.theCase = { ...caseOf(play), everAssigned: { facilitator: ['fay'] } };
    expect(joins(play, 'fay', ours, 'applicant-1')).toBe('Excluded');
  });

  it('can be let go in a case that is closed', () => {
    const play = aPlay([
      ...wasServed,
      { as: 'respondent', do: 'INVITE', form: help },
      { as: 'applicant', do: 'WITHDRAW' },
    ]);
    expect(
      does(play, 'respondent', 'REVOKE', { supporter: partyIn(play, 'respondent-1').supporters[0]?.id }),
    ).toBeUndefined();
  });
});

it('who is invited is told so by mail, in the words of what they may do', () => {
  const play = aPlay(answered);
  const before = caseOf(play);
  const actor = { kind: 'person', userId: 'ann', role: 'applicant', party: 'applicant-1' } as const;
  const invite = {
    kind: 'invite',
    actor,
    party: 'applicant-1',
    capacity: 'helper',
    name: 'Hal',
    email: 'hal@example.org',
  } as const;
  const made = decide(processFor(), before, invite, { at: before.decidedAt, id: 'entry', engine: ENGINE_REVISION });
  const letters = isRefusal(made) ? [] : made.facts.filter((fact) => fact.kind === 'NoticeSent');
  expect(letters).toMatchObject([
    { to: { email: 'hal@example.org', name: 'Hal' }, channels: ['email'], audience: 'party:applicant-1' },
  ]);
  expect(letters[0]?.body).toMatch(/^applicant-1 asks you to help them/);
});
