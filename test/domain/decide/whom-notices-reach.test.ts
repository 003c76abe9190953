import { describe, expect, it } from 'vitest';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { aPlay, changed, does, facts, wasServed } from './a-play.ts';

const both = (text: string) => ({ en: text, fr: text });
const longer = { deadline: 'responseWindow', days: 7, reason: 'They were ill.' };
const three = { applicant: 1, respondent: 2 };

/** A process in which TELL sends a notice to those for whom `only` holds, and more time is told of. */
function telling(only: string): DefinitionInput {
  return changed(({ events, notices, deadlines = {}, chart }) => ({
    events: { ...events, TELL: { by: ['applicant', 'respondent', 'registrar'] } },
    notices: {
      ...notices,
      told: {
        to: ['applicant', 'respondent', 'facilitator'],
        only,
        channels: ['portal'],
        template: 'notice',
        subject: both('Told'),
        body: both('There is news.'),
      },
      'more-time': {
        to: ['applicant', 'respondent'],
        channels: ['portal'],
        template: 'notice',
        subject: both('Until {{newDate}}'),
        body: both('{{party.name}} has until {{newDate}}.'),
      },
    },
    deadlines: {
      ...deadlines,
      responseWindow: {
        ...(deadlines.responseWindow as NonNullable<(typeof deadlines)[string]>),
        extend: { by: ['registrar'], maxDays: 30, times: 1, notice: 'more-time' },
      },
    },
    chart: { ...chart, on: { ...chart.on, TELL: { actions: { type: 'notify', notice: 'told' } } } },
  }));
}

function toldBy(actor: string, only: string): (string | undefined)[] {
  const play = aPlay(wasServed, three, telling(only));
  expect(does(play, actor, 'TELL')).toBeUndefined();
  return facts(play, 'NoticeSent').map(({ to }) => to.party);
}

describe('a notice that goes to some only', () => {
  it('reaches the co-parties of whoever acted, where it leaves out that party alone', () => {
    expect(toldBy('respondent-1', 'party.id != actor.party')).toEqual(['applicant-1', 'respondent-2']);
    expect(toldBy('applicant', 'party.id != actor.party')).toEqual(['respondent-1', 'respondent-2']);
  });

  it('leaves out nobody where no party acted', () => {
    expect(toldBy('registrar', 'party.id != actor.party')).toEqual(['applicant-1', 'respondent-1', 'respondent-2']);
  });

  it('asks of each of them where they stand', () => {
    expect(toldBy('applicant', "inState(party, 'served')")).toEqual(['respondent-1']);
  });

  it('reaches none of them where the condition has no answer', () => {
    expect(toldBy('applicant', 'party.response.position == "agree"')).toEqual([]);
  });
});

describe('more time', () => {
  it('is told of to whom the definition says, with the new day, and to who has to keep it with the reason', () => {
    const play = aPlay(wasServed, three, telling('true'));
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', longer)).toBeUndefined();
    const sent = facts(play, 'NoticeSent');
    expect(sent.map(({ to, subject }) => [to.party, subject])).toEqual([
      ['applicant-1', 'Until Monday 23 March 2026'],
      ['respondent-1', 'Until Monday 23 March 2026'],
    ]);
    expect(sent.map(({ body }) => body)).toEqual(Array(2).fill('respondent-1 has until Monday 23 March 2026.'));
    expect(sent.map(({ deadlines }) => deadlines)).toEqual([[], [expect.stringMatching(/served.*7 days/s)]]);
  });
});
