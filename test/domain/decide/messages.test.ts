import { describe, expect, it } from 'vitest';
import { isPrivileged } from '../../../src/domain/audience.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { answered, aPlay, bothAnswered, changed, does, facts, submitted } from './a-play.ts';

const talk = changed(({ events, forms, chart }) => ({
  forms: {
    ...forms,
    private: {
      title: { en: 'To one party' },
      pages: [
        {
          id: 'p',
          fields: [
            { id: 'party', type: 'party' as const, required: true },
            { id: 'message', type: 'longtext' as const, required: true },
            { id: 'files', type: 'file' as const, maxFiles: 5 },
          ],
        },
      ],
    },
    open: {
      title: { en: 'To all' },
      pages: [
        {
          id: 'p',
          fields: [
            { id: 'message', type: 'longtext' as const },
            { id: 'files', type: 'file' as const, maxFiles: 5 },
            { id: 'sealed', type: 'file' as const, access: 'sealed' as const },
          ],
        },
      ],
    },
  },
  events: {
    ...events,
    WRITE_APART: { by: ['applicant', 'respondent'], form: 'message', privileged: true, message: 'separate' },
    WRITE_TO_PARTY: { by: ['facilitator'], form: 'private', privileged: true, message: 'separate' },
    ASK_PARTY: {
      by: ['facilitator'],
      scope: 'party',
      of: ['respondent'],
      form: 'message',
      privileged: true,
      message: 'separate',
    },
    WRITE_TO_NOBODY: { by: ['facilitator'], form: 'message', privileged: true, message: 'separate' },
    WRITE_TO_TRIBUNAL: { by: ['applicant', 'respondent'], form: 'open', message: 'case' },
  },
  chart: {
    ...chart,
    on: { ...chart.on, WRITE_TO_TRIBUNAL: {} },
    states: {
      ...chart.states,
      negotiation: {
        ...chart.states?.negotiation,
        on: { ...chart.states?.negotiation?.on, WRITE_APART: {}, WRITE_TO_PARTY: {}, WRITE_TO_NOBODY: {} },
      },
    },
  },
  partyCharts: { respondent: { ...respondentChart(), on: { ASK_PARTY: {} } } },
}));

/** Answering ends no respondent's part here, so that they can be asked afterwards. */
function respondentChart(): NonNullable<DefinitionInput['partyCharts']>[string] {
  const chart = changed(({ partyCharts }) => ({ partyCharts: partyCharts ?? {} })).partyCharts?.respondent;
  return { ...chart, states: { ...chart?.states, responded: {} } };
}

const two = { applicant: 1, respondent: 2 };
/** Who the entry and the message itself are for. */
const readers = (play: ReturnType<typeof aPlay>) => [
  play.decisions.at(-1)?.entry.audience,
  facts(play, 'MessagePosted')[0]?.audience,
];

describe('a message', () => {
  it('to everyone in the room is read there, and by nobody else', () => {
    const play = aPlay([...answered, { as: 'respondent', do: 'SEND_MESSAGE', form: { message: 'Shall we talk?' } }]);
    expect(facts(play, 'MessagePosted')).toMatchObject([
      { body: 'Shall we talk?', attachments: [], by: { role: 'respondent', party: 'respondent-1' } },
    ]);
    expect(readers(play)).toEqual(['room', 'room']);
  });

  it('to the facilitator alone is between the two, though it names somebody else', () => {
    const play = aPlay(bothAnswered, two, talk);
    does(play, 'respondent-2', 'WRITE_APART', { message: 'I could pay half.' }, 'respondent-1');
    expect(readers(play)).toEqual(['caucus:respondent-2', 'caucus:respondent-2']);
  });

  it('from the facilitator goes to the party named in it, and is filed nowhere else', () => {
    const play = aPlay(bothAnswered, two, talk);
    expect(
      does(play, 'facilitator', 'WRITE_TO_PARTY', { party: 'respondent-2', message: 'Half?' }, 'applicant-1'),
    ).toBeUndefined();
    expect(readers(play)).toEqual(['caucus:respondent-2', 'caucus:respondent-2']);
    expect(does(play, 'facilitator', 'ASK_PARTY', { message: 'And you?' }, 'respondent-1')).toBeUndefined();
    expect(readers(play)).toEqual(['caucus:respondent-1', 'caucus:respondent-1']);
  });

  it('from the facilitator to nobody, or to somebody who is not there, is refused', () => {
    const play = aPlay(answered, undefined, talk);
    expect(does(play, 'facilitator', 'WRITE_TO_NOBODY', { message: 'Hello?' })).toBe('PartyNeeded');
    expect(does(play, 'facilitator', 'WRITE_TO_NOBODY', { message: 'Hello?' }, 'respondent-1')).toBe('PartyNeeded');
    expect(does(play, 'facilitator', 'WRITE_TO_PARTY', { party: 'respondent-9', message: 'Hello?' })).toBe(
      'InvalidForm',
    );
    expect(does(play, 'facilitator', 'ASK_PARTY', { message: 'Hello?' }, 'applicant-1')).toBe('UnknownParty');
    expect(does(play, 'facilitator', 'ASK_PARTY', { message: 'Hello?' })).toBe('PartyNeeded');
  });

  it('waits for the room to open', () => {
    const early = changed(({ chart }) => ({ chart: { ...chart, on: { ...chart.on, SEND_MESSAGE: {} } } }));
    expect(does(aPlay(submitted, undefined, early), 'applicant', 'SEND_MESSAGE', { message: 'Hello' })).toBe(
      'RoomClosed',
    );
  });

  it('to the tribunal stands in the case, at any time', () => {
    const play = aPlay(submitted, undefined, talk);
    expect(does(play, 'applicant', 'WRITE_TO_TRIBUNAL', { message: 'I moved.' })).toBeUndefined();
    expect(readers(play)).toEqual(['case', 'case']);
  });

  it('marked without prejudice is read in the room, whatever kind it is', () => {
    const definition = changed(({ events }) => ({
      events: { ...events, SEND_MESSAGE: { by: ['applicant'], form: 'message', privileged: true, message: 'case' } },
    }));
    const play = aPlay(
      [...answered, { as: 'applicant', do: 'SEND_MESSAGE', form: { message: 'Half?' } }],
      undefined,
      definition,
    );
    expect(readers(play)).toEqual(['room', 'room']);
  });

  it('takes its files with it, and only those that its readers may see', () => {
    const play = aPlay(bothAnswered, two, talk);
    does(play, 'applicant', 'WRITE_TO_TRIBUNAL', { message: 'See here.', files: ['photo', 'lease'], sealed: 'bank' });
    expect(facts(play, 'MessagePosted')).toMatchObject([{ attachments: ['photo', 'lease'] }]);
    does(play, 'facilitator', 'WRITE_TO_PARTY', { party: 'respondent-2', message: 'Look.', files: ['draft'] });
    expect(facts(play, 'DocumentsFiled')).toMatchObject([{ documents: ['draft'], audience: 'caucus:respondent-2' }]);
    expect(facts(play, 'MessagePosted')).toMatchObject([{ attachments: ['draft'] }]);
  });

  it('leaves nothing behind in the answers of the case', () => {
    const play = aPlay(answered, undefined, talk);
    const before = JSON.stringify([play.theCase?.data, play.theCase?.parties]);
    does(play, 'applicant', 'SEND_MESSAGE', { message: 'Half?' });
    does(play, 'facilitator', 'WRITE_TO_PARTY', { party: 'respondent-1', message: 'Half?' });
    does(play, 'applicant', 'WRITE_TO_TRIBUNAL', { message: 'I moved.' });
    expect(JSON.stringify([play.theCase?.data, play.theCase?.parties])).toBe(before);
  });

  it('without prejudice is the only thing that does not count in what others see', () => {
    const play = aPlay(answered, undefined, talk);
    const privileged = () => play.decisions.filter(({ entry }) => isPrivileged(entry.audience)).length;
    does(play, 'applicant', 'SEND_MESSAGE', { message: 'Half?' });
    does(play, 'facilitator', 'WRITE_TO_PARTY', { party: 'respondent-1', message: 'Half?' });
    does(play, 'applicant', 'WRITE_TO_TRIBUNAL', { message: 'I moved.' });
    expect(privileged()).toBe(2);
    expect(play.theCase?.openVersion).toBe((play.theCase?.version ?? 0) - 2);
  });
});
