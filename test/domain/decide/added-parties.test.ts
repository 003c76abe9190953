import { describe, expect, it } from 'vitest';
import { aPlay, caseOf, changed, does, facts, partyIn, submitted } from './a-play.ts';

describe('a party who is added', () => {
  const definition = changed(({ roles, forms, events, chart }) => ({
    roles: { ...roles, witness: { kind: 'party', min: 0, max: 1, chart: 'respondent', side: 'others' } },
    forms: {
      ...forms,
      addition: {
        title: { en: 'Add' },
        pages: [
          {
            id: 'p',
            fields: [
              { id: 'name', type: 'text' as const },
              { id: 'email', type: 'email' as const },
            ],
          },
        ],
      },
    },
    events: {
      ...events,
      ADD: { by: ['applicant'], form: 'addition', adds: { role: 'witness', name: 'event.name', email: 'event.email' } },
      ADD_NAMED: { by: ['applicant'], form: 'addition', adds: { role: 'witness', name: 'event.name' } },
      ADD_TWO: { by: ['applicant'], form: 'addition', adds: { role: 'member', name: 'event.name' } },
    },
    chart: { ...chart, on: { ...chart.on, ADD: {}, ADD_NAMED: {}, ADD_TWO: {} } },
  }));
  const wes = { name: 'Wes', email: 'wes@example.org' };

  it('enters the case with a chart of their own, unseen until they are sent something', () => {
    const play = aPlay([...submitted, { as: 'applicant', do: 'ADD', form: wes }], undefined, definition);
    expect(facts(play, 'PartyAdded')).toEqual([{ kind: 'PartyAdded', party: 'witness-1' }]);
    expect(partyIn(play, 'witness-1')).toMatchObject({
      ...wes,
      side: 'others',
      invited: false,
      chart: { value: 'waiting' },
      language: 'en',
    });
    expect(caseOf(play).data.addition).toEqual(wes);
  });

  it('need not have an address', () => {
    const play = aPlay([...submitted, { as: 'applicant', do: 'ADD_NAMED', form: wes }], undefined, definition);
    expect(partyIn(play, 'witness-1')).not.toHaveProperty('email');
    expect(does(aPlay(submitted, undefined, definition), 'applicant', 'ADD', { name: 'Wes' })).toBeUndefined();
  });

  it('has a name', () => {
    const play = aPlay(submitted, undefined, definition);
    expect(does(play, 'applicant', 'ADD', { email: wes.email })).toBe('InvalidForm');
    expect(caseOf(play).parties).toHaveLength(2);
  });

  it('is one of as many as the role takes, and of a party’s role', () => {
    const play = aPlay([...submitted, { as: 'applicant', do: 'ADD', form: wes }], undefined, definition);
    expect(does(play, 'applicant', 'ADD', wes)).toBe('TooManyParties');
    expect(does(play, 'applicant', 'ADD_TWO', wes)).toBe('UnknownRole');
  });
});
