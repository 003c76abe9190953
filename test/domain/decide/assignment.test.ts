import { describe, expect, it } from 'vitest';
import {
  answered,
  aPlay,
  caseOf,
  changed,
  decides,
  does,
  facts,
  issued,
  passes,
  submitted,
  tasksOf,
  wasServed,
} from './a-play.ts';

const give = (role: string, user: string) => ({ role, user });
const forDecision = [...answered, { as: 'facilitator', do: 'GO_TO_DECISION' }];

describe('giving a case to someone', () => {
  it('asks for the one with the least to do, where the role says so', () => {
    const play = aPlay(answered);
    expect(facts(play, 'AssignmentWanted', 'all')).toEqual([
      { kind: 'AssignmentWanted', role: 'facilitator', how: 'least-loaded' },
    ]);
    expect(caseOf(play)).toMatchObject({
      assigned: { facilitator: 'facilitator-1' },
      everAssigned: { facilitator: ['facilitator-1'] },
    });
  });

  it('asks the registrar, where it is done by hand, and is done when they have chosen', () => {
    const play = aPlay(forDecision);
    expect(tasksOf(play)).toEqual(['assign-member']);
    does(play, 'registrar', 'ASSIGN', give('member', 'mia'));
    expect(tasksOf(play)).toEqual([]);
    expect(caseOf(play).assigned).toEqual({ facilitator: 'facilitator-1', member: 'mia' });
    expect(play.decisions.at(-1)?.entry.audience).toBe('tribunal');
  });

  it('asks the registrar when nobody could be picked', () => {
    const play = aPlay(issued);
    expect(decides(play, { kind: 'askForAssignment', actor: { kind: 'engine' }, role: 'facilitator' })).toBeUndefined();
    expect(tasksOf(play)).toEqual(['assign-facilitator']);
  });

  it('takes it from who had it before', () => {
    const play = aPlay([...forDecision, { as: 'registrar', do: 'ASSIGN', form: give('member', 'mia') }]);
    does(play, 'registrar', 'ASSIGN', give('member', 'max'));
    expect(facts(play, 'Unassigned')).toEqual([{ kind: 'Unassigned', role: 'member', userId: 'mia' }]);
    expect(facts(play, 'Assigned')).toEqual([{ kind: 'Assigned', role: 'member', userId: 'max' }]);
    expect(caseOf(play).everAssigned.member).toEqual(['mia', 'max']);
  });

  it('to who has it already changes nothing', () => {
    const play = aPlay([...forDecision, { as: 'registrar', do: 'ASSIGN', form: give('member', 'mia') }]);
    expect(does(play, 'registrar', 'ASSIGN', give('member', 'mia'))).toBeUndefined();
    expect([facts(play, 'Unassigned'), facts(play, 'Assigned')]).toEqual([[], []]);
    expect(caseOf(play).everAssigned.member).toEqual(['mia']);
  });

  it('is the registrar’s to do, and nobody else’s', () => {
    const play = aPlay(forDecision);
    for (const as of ['applicant', 'respondent', 'facilitator', 'member'])
      expect(does(play, as, 'ASSIGN', give('member', 'mia'))).toBe('NotYours');
  });

  it('is never done in a role that everyone shares, a party’s, or one that is not there', () => {
    const play = aPlay(forDecision);
    for (const role of ['registrar', 'applicant', 'judge', 'constructor', '__proto__'])
      expect(does(play, 'registrar', 'ASSIGN', give(role, 'mia'))).toBe('NotAssignable');
  });

  it('never makes a member of who facilitated, now or before, nor of a party', () => {
    const play = aPlay([...forDecision, { as: 'registrar', do: 'ASSIGN', form: give('facilitator', 'fay') }]);
    for (const user of ['facilitator-1', 'fay', 'applicant-1', 'respondent-1'])
      expect(does(play, 'registrar', 'ASSIGN', give('member', user))).toBe('Excluded');
    does(play, 'registrar', 'ASSIGN', give('member', 'mia'));
    expect(does(play, 'registrar', 'ASSIGN', give('facilitator', 'mia'))).toBe('Excluded');
  });

  it('is asked for no more while somebody has the case', () => {
    const definition = changed(({ chart }) => ({
      chart: {
        ...chart,
        states: {
          ...chart.states,
          adjudication: {
            ...chart.states?.adjudication,
            on: {
              ...chart.states?.adjudication?.on,
              GO_TO_DECISION: {
                actions: [
                  { type: 'assign', role: 'facilitator' },
                  { type: 'assign', role: 'registrar' },
                ],
              },
            },
          },
        },
      },
    }));
    const play = aPlay([...forDecision, { as: 'facilitator', do: 'GO_TO_DECISION' }], undefined, definition);
    expect(facts(play, 'AssignmentWanted')).toEqual([]);
    expect(tasksOf(play)).toEqual(['assign-member']);
  });

  it('is not asked for in a case that has just closed', () => {
    const definition = changed(({ chart }) => ({
      chart: { ...chart, on: { WITHDRAW: { target: '#closed', actions: [{ type: 'assign', role: 'facilitator' }] } } },
    }));
    const play = aPlay([...submitted, { as: 'applicant', do: 'WITHDRAW' }], undefined, definition);
    expect(caseOf(play)).toMatchObject({ status: 'closed', assigned: {} });
  });
});

describe('a conflict of interest', () => {
  const reason = { reason: 'She is my cousin.' };

  it('takes the case away at once, and somebody else is asked for', () => {
    const play = aPlay([...forDecision, { as: 'registrar', do: 'ASSIGN', form: give('member', 'mia') }]);
    expect(does(play, 'member', 'DECLARE_CONFLICT', reason)).toBeUndefined();
    expect(facts(play, 'ConflictDeclared')).toEqual([
      { kind: 'ConflictDeclared', userId: 'mia', reason: reason.reason },
    ]);
    expect(caseOf(play)).toMatchObject({ assigned: { facilitator: 'facilitator-1' }, conflicts: ['mia'] });
    expect(tasksOf(play)).toEqual(['assign-member']);
    expect(does(play, 'registrar', 'ASSIGN', give('member', 'mia'))).toBe('Excluded');
  });

  it('of someone who does not have the case excludes them from it', () => {
    const play = aPlay(submitted);
    does(play, 'member', 'DECLARE_CONFLICT', reason);
    expect(facts(play, 'Unassigned')).toEqual([]);
    expect(does(play, 'registrar', 'ASSIGN', give('member', 'member-1'))).toBe('Excluded');
  });

  it('declared twice stands once', () => {
    const play = aPlay([
      ...submitted,
      { as: 'member', do: 'DECLARE_CONFLICT', form: reason },
      { as: 'member', do: 'DECLARE_CONFLICT', form: reason },
    ]);
    expect(facts(play, 'ConflictDeclared')).toEqual([]);
    expect(caseOf(play).conflicts).toEqual(['member-1']);
  });

  it('is declared by the tribunal’s people, not by parties', () => {
    const play = aPlay(submitted);
    for (const as of ['applicant', 'representative:respondent-1'])
      expect(does(play, as, 'DECLARE_CONFLICT', reason)).toBe('NotYours');
    expect(decides(play, { kind: 'declareConflict', actor: { kind: 'engine' }, reason: '' })).toBe('NotYours');
  });

  it('can still be declared when the case is closed, and nobody is asked for', () => {
    const play = aPlay([
      ...answered,
      { as: 'applicant', do: 'WITHDRAW' },
      { as: 'facilitator', do: 'DECLARE_CONFLICT', form: reason },
    ]);
    expect(caseOf(play)).toMatchObject({ assigned: {}, conflicts: ['facilitator-1'], tasks: [] });
    expect(facts(play, 'AssignmentWanted')).toEqual([]);
  });
});

describe('a case that is closed', () => {
  it('takes nothing from people or time but what is still to be recorded', () => {
    const play = aPlay([...wasServed, { as: 'applicant', do: 'WITHDRAW' }]);
    const actor = { kind: 'engine' } as const;
    for (const event of ['SUBMIT', 'WITHDRAW', 'ASSIGN', 'INVITE'])
      expect(
        does(
          play,
          'applicant',
          event,
          event === 'ASSIGN'
            ? give('member', 'x')
            : event === 'INVITE'
              ? { capacity: 'helper', name: 'H', email: 'h@example.org' }
              : {},
        ),
      ).toBe('CaseClosed');
    expect(decides(play, { kind: 'expire', actor, deadline: 'x' })).toBe('CaseClosed');
    expect(decides(play, { kind: 'remind', actor, deadline: 'x', notice: 'x' })).toBe('CaseClosed');
    expect(
      decides(play, {
        kind: 'delivered',
        actor,
        notice: 'dispute-notice',
        noticeId: 'n',
        party: 'respondent-1',
        channel: 'email',
      }),
    ).toBeUndefined();
    passes(play, 'P100D');
    expect(play.trace.filter(({ by }) => by === 'time')).toEqual([]);
    expect(caseOf(play).version).toBe(play.decisions.length);
  });
});
