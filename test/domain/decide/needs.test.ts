import { describe, expect, it } from 'vitest';
import { versionFor } from '../../../src/domain/access/audiences-of.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import type { Viewer } from '../../../src/domain/viewer.ts';
import { answered, aPlay, caseOf, decides, does, facts, fieldsRefused, partyIn, tasksOf, wasServed } from './a-play.ts';

type Play = ReturnType<typeof aPlay>;
const interpreter = { kind: 'interpreter', wants: ['spoken'], details: 'Punjabi' };
const afraid = { kind: 'safety', wants: ['separateTalks'], details: 'He followed me home.' };
const needs = (play: Play) => partyIn(play, 'respondent-1').needs ?? [];
const lastNeed = (play: Play) => needs(play).at(-1)?.id ?? '';

describe('someone who needs something to take part', () => {
  it('tells the registry, and nobody hears of it in a journal, a notice or a version', () => {
    const play = aPlay(answered);
    const bob: Viewer = { kind: 'user', userId: 'respondent-1', email: '', name: '', language: 'en', roles: [] };
    const ann: Viewer = { ...bob, userId: 'applicant-1' };
    const mia: Viewer = { ...bob, userId: 'mia', roles: ['member'] };
    const versions = () => [bob, ann, mia].map((viewer) => versionFor(viewer, caseOf(play)));
    const before = versions();
    expect(does(play, 'respondent', 'TELL_NEED', afraid)).toBeUndefined();
    expect(play.decisions.at(-1)?.entry.audience).toBe('confided');
    expect(needs(play)).toMatchObject([{ kind: 'safety', wants: ['separateTalks'], readers: [], status: 'asked' }]);
    expect(facts(play, 'NoticeSent')).toEqual([]);
    expect(versions()).toEqual(before);
    expect(tasksOf(play)).toContain('arrange-need');
  });

  it('lets whom they choose know, and whoever decides never of safety', () => {
    const play = aPlay(wasServed);
    does(play, 'respondent', 'TELL_NEED', interpreter);
    does(play, 'respondent', 'TELL_NEED', { ...interpreter, readers: ['facilitator', 'member'] });
    expect(needs(play).map(({ readers }) => readers)).toEqual([[], ['facilitator', 'member']]);
    expect(does(play, 'respondent', 'TELL_NEED', { ...afraid, readers: ['member'] })).toBe('InvalidForm');
    expect(fieldsRefused(play)).toEqual(['readers']);
  });

  it('says it for themself, by who acts for them, or to the registry on the phone; never for the other side', () => {
    const play = aPlay(wasServed);
    for (const as of ['respondent', 'representative:respondent-1', 'registrar'])
      expect(does(play, as, 'TELL_NEED', interpreter, 'respondent-1'), as).toBeUndefined();
    for (const as of ['applicant', 'helper:respondent-1', 'representative:applicant-1', 'facilitator', 'member'])
      expect(does(play, as, 'TELL_NEED', interpreter, 'respondent-1'), as).toBe('NotYours');
    expect(does(play, 'respondent', 'TELL_NEED', interpreter, 'nobody')).toBe('UnknownParty');
  });

  it('says what would help, from the list of its kind or in own words', () => {
    const play = aPlay(wasServed);
    expect(does(play, 'respondent', 'TELL_NEED', { kind: 'interpreter' })).toBe('InvalidForm');
    expect(fieldsRefused(play)).toEqual(['details']);
    expect(does(play, 'respondent', 'TELL_NEED', { kind: 'interpreter', wants: ['breaks'] })).toBe('InvalidForm');
    expect(fieldsRefused(play)).toEqual(['wants']);
    expect(does(play, 'respondent', 'TELL_NEED', { kind: 'illness', details: 'x' })).toBe('InvalidForm');
    for (let told = 0; told < 20; told += 1) does(play, 'respondent', 'TELL_NEED', interpreter);
    expect(does(play, 'respondent', 'TELL_NEED', interpreter)).toBe('TooManyNeeds');
  });

  it('changes and takes back what they said; what they did not tell a representative, that one does not touch', () => {
    const play = aPlay(wasServed);
    does(play, 'respondent', 'TELL_NEED', afraid);
    const need = lastNeed(play);
    const changed = { ...afraid, need, details: 'No voicemail either.' };
    for (const as of ['representative:respondent-1', 'applicant'])
      expect(does(play, as, 'WITHDRAW_NEED', { need }), as).toBe('UnknownNeed');
    expect(does(play, 'representative:respondent-1', 'TELL_NEED', changed)).toBe('UnknownNeed');
    expect(does(play, 'respondent', 'TELL_NEED', changed)).toBeUndefined();
    expect(needs(play)).toMatchObject([{ id: need, details: 'No voicemail either.', status: 'asked' }]);
    expect(does(play, 'respondent', 'WITHDRAW_NEED', { need })).toBeUndefined();
    expect(needs(play)).toEqual([]);
    expect(tasksOf(play)).not.toContain('arrange-need');
    expect(does(play, 'respondent', 'WITHDRAW_NEED', { need })).toBe('UnknownNeed');
  });
});

describe('the registry', () => {
  it('answers each need, says why where it cannot, and has no more work when all are answered', () => {
    const play = aPlay(wasServed);
    does(play, 'respondent', 'TELL_NEED', interpreter);
    const first = lastNeed(play);
    does(play, 'respondent', 'TELL_NEED', afraid);
    expect(tasksOf(play).filter((task) => task === 'arrange-need')).toHaveLength(1);
    expect(does(play, 'registrar', 'ANSWER_NEED', { need: first, outcome: 'arranged' })).toBeUndefined();
    expect(tasksOf(play)).toContain('arrange-need');
    expect(does(play, 'registrar', 'ANSWER_NEED', { need: lastNeed(play), outcome: 'cannot' })).toBe('InvalidForm');
    expect(fieldsRefused(play)).toEqual(['answer']);
    const why = 'There is no second room; we call you instead.';
    expect(does(play, 'registrar', 'ANSWER_NEED', { need: lastNeed(play), outcome: 'cannot', answer: why })).toBe(
      undefined,
    );
    expect(needs(play)).toMatchObject([{ status: 'arranged' }, { status: 'cannot', answer: why }]);
    expect(tasksOf(play)).not.toContain('arrange-need');
    for (const as of ['respondent', 'facilitator', 'member', 'applicant'])
      expect(does(play, as, 'ANSWER_NEED', { need: first, outcome: 'arranged' }), as).toBe('NotYours');
  });

  it('tells the person by a mail that says nothing of it, and finds another way when the mail comes back', () => {
    const play = aPlay(wasServed);
    does(play, 'respondent', 'TELL_NEED', afraid);
    does(play, 'registrar', 'ANSWER_NEED', {
      need: lastNeed(play),
      outcome: 'arranged',
      answer: 'Two rooms are booked.',
    });
    const [notice] = facts(play, 'NoticeSent');
    expect(notice).toMatchObject({ audience: 'confided', channels: ['email'], to: { party: 'respondent-1' } });
    expect(`${notice?.subject} ${notice?.body}`).not.toMatch(/room|need|safe|interpreter/i);
    const about = { notice: 'need-answered', noticeId: 'n', party: 'respondent-1', channel: 'email' };
    const actor = { kind: 'engine' } as const;
    expect(decides(play, { kind: 'undeliverable', actor, ...about, reason: '550' })).toBeUndefined();
    expect(play.decisions.at(-1)?.entry.audience).toBe('confided');
    expect(tasksOf(play)).toContain('arrange-need');
    expect(does(play, 'registrar', 'COMPLETE_TASK', { task: 'arrange-need' })).toBeUndefined();
    expect(play.decisions.at(-1)?.entry.audience).toBe('confided');
  });
});

it('asks a party who has no address nothing by mail', () => {
  const play = aPlay(wasServed);
  const parties = caseOf(play).parties.map(({ email: _, ...party }) => party);
  play.theCase = { ...caseOf(play), parties };
  does(play, 'respondent', 'TELL_NEED', interpreter);
  expect(isRefusal(does(play, 'registrar', 'ANSWER_NEED', { need: lastNeed(play), outcome: 'arranged' }))).toBe(false);
  expect(facts(play, 'NoticeSent')).toEqual([]);
});
