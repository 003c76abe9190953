import { describe, expect, it } from 'vitest';
import { dueIn } from '../../../src/domain/process/due-in.ts';
import { aPlay, caseOf, decides, facts, passes, served, wasServed } from './a-play.ts';

const two = { applicant: 1, respondent: 2 };
const agree = { position: 'agree' };

describe('a reminder', () => {
  it('goes to whom the deadline binds, on its morning, once', () => {
    const play = aPlay(
      [
        ...wasServed,
        { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-2', form: { ...served, servedOn: '2026-03-02' } },
        { as: 'respondent-2', do: 'FILE_RESPONSE', form: agree },
      ],
      two,
    );
    passes(play, 'P8D');
    const [entry] = play.trace.filter(({ event }) => event.startsWith('reminder'));
    expect(entry?.at).toBe('2026-03-09T16:00:00.000Z');
    expect(
      facts(play, 'NoticeSent').map(({ to, subject, deadlines }) => [to.party, subject, deadlines.length]),
    ).toEqual([['respondent-1', 'Answer by Monday 16 March 2026', 1]]);
    expect(facts(play, 'DeadlineReminded')).toHaveLength(1);
    passes(play, 'P1D');
    expect(play.trace.filter(({ event }) => event.startsWith('reminder'))).toHaveLength(1);
  });

  it('is not sent before its time, of a deadline that is gone, or twice', () => {
    const play = aPlay(wasServed);
    const deadline = caseOf(play).deadlines[0]?.id ?? '';
    const remind = (notice = 'response-reminder', id = deadline) =>
      decides(play, { kind: 'remind', actor: { kind: 'time' }, deadline: id, notice });
    expect(remind()).toBe('UnknownDeadline');
    expect(remind('response-reminder', 'nothing')).toBe('UnknownDeadline');
    play.now = '2026-03-10T00:00:00.000Z';
    expect(remind('dispute-notice')).toBe('UnknownDeadline');
    expect(remind()).toBeUndefined();
    expect(remind()).toBe('UnknownDeadline');
  });

  it('of the same minute comes before the deadline itself', () => {
    const play = aPlay(wasServed);
    const [deadline] = caseOf(play).deadlines;
    if (!deadline) throw new Error('the respondent has no deadline');
    const at = '2026-03-17T07:00:00.000Z';
    const both = { ...caseOf(play), deadlines: [{ ...deadline, reminders: [{ at, notice: 'response-reminder' }] }] };
    expect(dueIn(both, at).map(({ notice }) => notice)).toEqual(['response-reminder', undefined]);
    expect(dueIn(both, '2026-03-17T06:59:59.999Z')).toEqual([]);
  });
});
