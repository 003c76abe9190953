import { describe, expect, it } from 'vitest';
import { referencedNames } from '../../../src/domain/expression/referenced-names.ts';
import { compiled } from './expression-world.ts';

/** The names read: `?` may be missing, `!` may be missing and is asked for first. */
function reads(source: string): string[] {
  return referencedNames(compiled(source, 'value')).reads.map(
    ({ name, mayBeMissing, isAskedFirst }) => name + (mayBeMissing ? (isAskedFirst ? '!' : '?') : ''),
  );
}

describe('the names that an expression reads', () => {
  it.each([
    ['1 + 1', []],
    ['party.servedOn', ['party.servedOn?']],
    ['now', ['now']],
    ['party.served && party.role == "respondent"', ['party.served', 'party.role']],
    ['data.application.amount > 5 || event.amount > 5', ['data.application.amount?', 'event.amount?']],
    ['data["application"].home.city', ['data.application.home.city?']],
    ['fees.application.outstanding', ['fees.application.outstanding']],
    ['days(party.servedOn, now)', ['party.servedOn?', 'now']],
    ['parties.exists(p, p.servedOn > "2026-01-01")', ['parties', 'parties[].servedOn?']],
    ['parties[0].id == parties[1].id', ['parties[0].id?', 'parties[1].id?']],
    ['parties.map(p, p.name).exists(n, n == "Sam")', ['parties', 'parties[].name', 'parties.map(p, p.name)[]']],
    ['data.application.remedies.exists(r, r == "a")', ['data.application.remedies?', 'data.application.remedies[]']],
    ['parties.filter(p, p.served)[0].id', ['parties.filter(p, p.served)[0]?', 'parties', 'parties[].served']],
  ])('%s', (source, expected) => {
    expect(reads(source)).toEqual(expected);
  });

  it.each([
    ['has(party.servedOn)', ['party.servedOn!']],
    ['has(party.servedOn) && days(party.servedOn, now) > 3', ['party.servedOn!', 'now']],
    ['!has(party.servedOn) || days(party.servedOn, now) > 3', ['party.servedOn!', 'now']],
    [
      '!(has(party.servedOn) && party.served) || party.responded',
      ['party.servedOn!', 'party.served', 'party.responded'],
    ],
    ['has(form.amount) ? form.amount : event.amount', ['form.amount!', 'event.amount?']],
    ['!has(form.amount) ? event.amount : form.amount', ['form.amount!', 'event.amount?']],
    ['!(!has(form.amount) || !has(event.amount)) && form.amount > event.amount', ['form.amount!', 'event.amount!']],
    ['has(data.reply.amount) && data.reply.amount > 5', ['data.reply.amount!']],
    ['has(data.reply) && data.reply.amount > 5', ['data.reply!', 'data.reply.amount?']],
    ['party.served && days(party.servedOn, now) > 3', ['party.served', 'party.servedOn!', 'now']],
    [
      'parties.all(p, !p.served || days(p.servedOn, now) > 3)',
      ['parties', 'parties[].served', 'parties[].servedOn!', 'now'],
    ],
    [
      'parties.filter(p, p.served).all(q, q.servedOn > "2026-01-01")',
      ['parties', 'parties[].served', 'parties[].servedOn!'],
    ],
    ['parties.map(p, p.served, p.servedOn)', ['parties', 'parties[].served', 'parties[].servedOn!']],
    ['has(party.servedOn) && party.servedOn > "2026-01-01" || party.servedOn < "2025-01-01"', ['party.servedOn?']],
    ['parties[0].served && parties[1].servedOn > "2026-01-01"', ['parties[0].served?', 'parties[1].servedOn?']],
  ])('and which it asks for first: %s', (source, expected) => {
    expect(reads(source)).toEqual(expected);
  });

  it('with the constants that they are compared with, and the states asked for', () => {
    const names = referencedNames(
      compiled(
        'party.role in ["applicant", "respondent"] && "agree" != party.response.position && ' +
          'parties.exists(p, p.role == "helper" && inState(p, "served")) && inState(party, "responded") && party.name < "M"',
      ),
    );
    expect(names.textsCompared).toEqual([
      { name: 'party.role', text: 'applicant' },
      { name: 'party.role', text: 'respondent' },
      { name: 'party.response.position', text: 'agree' },
      { name: 'parties[].role', text: 'helper' },
    ]);
    expect(names.states).toEqual(['served', 'responded']);
  });
});
