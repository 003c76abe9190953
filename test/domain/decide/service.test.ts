import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/domain/definition/action-schema.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import {
  answered,
  aPlay,
  caseOf,
  changed,
  decides,
  does,
  dueDates,
  facts,
  issued,
  partyIn,
  served,
  submitted,
  tasksOf,
  wasServed,
} from './a-play.ts';

const engine = { kind: 'engine' } as const;
const delivered = {
  kind: 'delivered',
  actor: engine,
  notice: 'dispute-notice',
  noticeId: 'n',
  party: 'respondent-1',
  channel: 'email',
} as const;
const bounced = { ...delivered, kind: 'undeliverable', reason: '550 no such user' } as const;

/** The dispute notice with another service rule. */
function deemed(rule: { days?: number; workingDays?: number }): DefinitionInput {
  return changed(({ notices }) => {
    const notice = notices?.['dispute-notice'];
    if (!notice) throw new Error('the deposit dispute has a dispute notice');
    return { notices: { ...notices, 'dispute-notice': { ...notice, service: { deemed: { email: rule } } } } };
  });
}

describe('service by a channel', () => {
  it('is deemed some days after the channel confirmed, says by which, and starts the time to answer', () => {
    const play = aPlay([...issued, { deliver: 'dispute-notice', party: 'respondent-1' }]);
    expect(facts(play, 'PartyServed')).toEqual([
      { kind: 'PartyServed', party: 'respondent-1', on: '2026-03-03', by: 'email' },
    ]);
    expect(partyIn(play, 'respondent-1').servedOn).toBe('2026-03-03');
    expect(dueDates(play)).toEqual({ 'responseWindow@respondent-1': '2026-03-17' });
    expect(play.decisions.at(-1)?.entry.audience).toBe('party:respondent-1');
  });

  it('counts working days where the rule says so, and the local day at once where it says none', () => {
    const friday = aPlay(
      [...issued, { advance: 'P4D' }, { deliver: 'dispute-notice', party: 'respondent-1' }],
      undefined,
      deemed({ workingDays: 2 }),
    );
    expect(partyIn(friday, 'respondent-1').servedOn).toBe('2026-03-10');
    const night = aPlay(
      [...issued, { advance: 'PT14H' }, { deliver: 'dispute-notice', party: 'respondent-1' }],
      undefined,
      deemed({}),
    );
    expect(partyIn(night, 'respondent-1').servedOn).toBe('2026-03-02');
  });

  it('can be told: the day and the channel are what the signal brought', () => {
    const both = (text: string) => ({ en: text, fr: text });
    const definition = changed(({ notices, partyCharts }) => {
      const unserved = partyCharts?.respondent?.states?.unserved;
      const actions: Action[] = [
        { type: 'set', path: 'party.servedOn', value: 'event.on' },
        { type: 'notify', notice: 'told' },
      ];
      return {
        notices: {
          ...notices,
          told: {
            to: ['applicant'],
            channels: ['portal'],
            template: 'notice',
            subject: both('Served'),
            body: both('{{event.on}}, {{event.by}}, {{event.constructor}}.'),
          },
        },
        partyCharts: {
          respondent: {
            initial: 'waiting',
            states: {
              ...partyCharts?.respondent?.states,
              unserved: { ...unserved, on: { ...unserved?.on, SERVED: { target: 'served', actions } } },
            },
          },
        },
      };
    });
    const play = aPlay([...issued, { deliver: 'dispute-notice', party: 'respondent-1' }], undefined, definition);
    expect(facts(play, 'NoticeSent').map(({ body }) => body)).toEqual(['Tuesday 3 March 2026, email, .']);
  });

  it('happens once: what is delivered later only stands on the notice', () => {
    const play = aPlay([...wasServed]);
    expect(decides(play, delivered)).toBeUndefined();
    expect(facts(play, 'PartyServed')).toEqual([]);
    expect(partyIn(play, 'respondent-1').servedOn).toBe('2026-03-02');
  });

  it('needs a rule for the channel, a party with a chart, and a party at all', () => {
    const play = aPlay(issued);
    for (const command of [
      { ...delivered, channel: 'portal' },
      { ...delivered, channel: 'constructor' },
      { ...delivered, notice: 'response-reminder' },
      { ...delivered, notice: 'toString' },
      { ...delivered, party: 'applicant-1' },
    ]) {
      expect(decides(play, command)).toBeUndefined();
      expect(facts(play, 'PartyServed')).toEqual([]);
    }
    expect(decides(play, { ...delivered, party: 'nobody' })).toBe('UnknownParty');
  });

  it('by hand is a fact as well, in the words of who recorded it', () => {
    expect(facts(aPlay(wasServed), 'PartyServed')).toEqual([
      { kind: 'PartyServed', party: 'respondent-1', on: '2026-03-02', by: 'inPerson' },
    ]);
    const definition = changed(({ events }) => ({
      events: { ...events, RECORD_SERVICE: { by: ['applicant'], scope: 'party' as const, form: 'date' } },
      forms: {
        ...changed(() => ({})).forms,
        date: { title: { en: 'Date' }, pages: [{ id: 'p', fields: [{ id: 'servedOn', type: 'date' as const }] }] },
      },
    }));
    const play = aPlay(
      [
        ...issued,
        { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-1', form: { servedOn: served.servedOn } },
      ],
      undefined,
      definition,
    );
    expect(facts(play, 'PartyServed')).toMatchObject([{ by: 'RECORD_SERVICE' }]);
  });
});

describe('a notice that reaches nobody', () => {
  it('becomes work for the registry, with a date, about that party', () => {
    const play = aPlay(issued);
    expect(decides(play, bounced)).toBeUndefined();
    expect(facts(play, 'TaskOpened')).toMatchObject([
      {
        task: 'undeliverable-notice',
        queue: 'registrar',
        priority: 'high',
        party: 'respondent-1',
        dueAt: '2026-03-05T07:59:00.000Z',
      },
    ]);
    expect(decides(play, { ...bounced, party: 'nobody' })).toBe('UnknownParty');
  });

  it('is one task for a party, though several notices fail', () => {
    const play = aPlay(issued, { applicant: 1, respondent: 2 });
    decides(play, bounced);
    decides(play, bounced);
    decides(play, { ...bounced, party: 'respondent-2' });
    expect(tasksOf(play)).toEqual(['undeliverable-notice', 'undeliverable-notice']);
  });

  it('stays work though the party moves on', () => {
    const play = aPlay(issued);
    decides(play, bounced);
    does(play, 'applicant', 'RECORD_SERVICE', served, 'respondent-1');
    expect(tasksOf(play)).toEqual(['undeliverable-notice']);
  });

  it('of the room is kept there: no date, a name of its own, an entry that only its readers see', () => {
    const play = aPlay([...answered, { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 1 } }]);
    const notice = { ...bounced, notice: 'offer-made' };
    decides(play, notice);
    expect(play.decisions.at(-1)?.entry.audience).toBe('caucus:respondent-1');
    expect(facts(play, 'TaskOpened')[0]).not.toHaveProperty('dueAt');
    decides(play, bounced);
    expect(tasksOf(play)).toEqual(['undeliverable-private-notice', 'undeliverable-notice']);
    does(play, 'registrar', 'COMPLETE_TASK', { task: 'undeliverable-private-notice' });
    expect(play.decisions.at(-1)?.entry.audience).toBe('caucus:respondent-1');
    does(play, 'registrar', 'COMPLETE_TASK', { task: 'undeliverable-notice' });
    expect(play.decisions.at(-1)?.entry.audience).toBe('tribunal');
  });

  it('of the room that arrived is recorded there', () => {
    const play = aPlay([...answered, { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 1 } }]);
    decides(play, { ...delivered, notice: 'offer-made' });
    expect(play.decisions.at(-1)?.entry.audience).toBe('caucus:respondent-1');
  });

  it('in a case that is closed is work all the same, and can be done', () => {
    const play = aPlay([...submitted, { as: 'applicant', do: 'WITHDRAW' }]);
    decides(play, bounced);
    expect(caseOf(play)).toMatchObject({ status: 'closed', tasks: [{ task: 'undeliverable-notice' }] });
    expect(does(play, 'registrar', 'COMPLETE_TASK', { task: 'undeliverable-notice' })).toBeUndefined();
    expect(tasksOf(play)).toEqual([]);
  });
});
