import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/domain/expression/compile-expression.ts';
import { scopeFor } from '../../../src/domain/expression/scope-for.ts';
import { ada, claim, compiled, functions, outcomeOf, sam } from './expression-world.ts';

describe('an expression', () => {
  it('compares the amount of a claim with a limit in cents', () => {
    expect(outcomeOf('data.application.amount <= 500000')).toBe(true);
    expect(outcomeOf('data.application.amount > 120000')).toBe(false);
  });

  it('computes in whole cents, and in decimals where a number has them', () => {
    expect(outcomeOf('data.application.amount / 7')).toBe(17_142);
    expect(outcomeOf('data.application.amount % 7')).toBe(6);
    expect(outcomeOf('data.application.rooms * 2')).toBe(5);
    expect(outcomeOf('1 + data.application.rooms - 1')).toBe(2.5);
    expect(outcomeOf('5 / data.application.rooms')).toBe(2);
    expect(outcomeOf('data.application.rooms == 2 || 2 != data.application.rooms')).toBe(true);
    expect(outcomeOf('-data.application.rooms')).toBe(-2.5);
    expect(outcomeOf('int(2.9) + int("3") + int(double(2))')).toBe(7);
    expect(outcomeOf('string(3) + "rd"')).toBe('3rd');
  });

  it('orders dates, and counts days from the day of service to now in local time', () => {
    expect(outcomeOf('party.servedOn > "2026-03-01" && data.application.incidentOn < party.servedOn')).toBe(true);
    expect(outcomeOf('days(party.servedOn, now)')).toBe(18);
    expect(outcomeOf('days(now, party.servedOn)')).toBe(-18);
    expect(outcomeOf('workingDays(data.application.incidentOn, party.servedOn)')).toBe(28);
    expect(outcomeOf('days(now, now)')).toBe(0);
    expect(outcomeOf('addDays(party.servedOn, 14) < today && days(today, now) == 0')).toBe(true);
    expect(outcomeOf('event.reason == "mail" ? addDays(party.servedOn, 5) : addDays(today, -1)', 'date')).toBe(
      '2026-03-19',
    );
  });

  it('asks in which state a party is', () => {
    expect(outcomeOf('inState(party, "served") && parties.exists(p, inState(p, "waiting"))')).toBe(true);
    expect(outcomeOf('inState(parties[2], "served")')).toBe(false);
  });

  it('asks about all parties, some, one', () => {
    expect(outcomeOf('parties.exists(p, p.role == "respondent" && p.served)')).toBe(true);
    expect(outcomeOf('parties.all(p, p.responded)')).toBe(false);
    expect(outcomeOf('parties.exists_one(p, p.role == "applicant")')).toBe(true);
    expect(outcomeOf('size(parties.filter(p, p.side == "respondent"))')).toBe(2);
    expect(outcomeOf('parties.filter(p, !p.served).map(p, p.name)')).toEqual(['Ada', 'Lee']);
    expect(outcomeOf('parties.map(p, p.outsideProvince, p.id)')).toEqual(['sam']);
    expect(outcomeOf('parties.size() == 3 && size(parties) == 3')).toBe(true);
  });

  it('reads each kind of answer', () => {
    expect(outcomeOf('"repair" in data.application.remedies')).toBe(true);
    expect(outcomeOf('data.application.kind in ["repair", "refund"]')).toBe(true);
    expect(outcomeOf('data.application.remedies[1]')).toBe('refund');
    expect(outcomeOf('data.application.home.city')).toBe('Victoria');
    expect(outcomeOf('data["application"]["home"]["city"]')).toBe('Victoria');
    expect(outcomeOf('data.application.home')).toEqual({ street: '1 Elm Street', city: 'Victoria' });
    expect(outcomeOf('data.application.isDebt ? "debt" : "other"')).toBe('other');
    expect(outcomeOf('data.application.against == actor.party')).toBe(true);
    expect(outcomeOf('form.position != "agree"')).toBe(true);
    expect(outcomeOf('event.type + ": " + event.reason')).toBe('FILE_RESPONSE: Too late');
  });

  it('takes one attached file for a list of one', () => {
    expect(outcomeOf('data.application.evidence')).toEqual(['document-1']);
    expect(outcomeOf('size(data.application.evidence) == 1')).toBe(true);
  });

  it('looks into texts', () => {
    expect(outcomeOf('data.application.summary.contains("roof")')).toBe(true);
    expect(outcomeOf('data.application.summary.startsWith("The")')).toBe(true);
    expect(outcomeOf('data.application.summary.endsWith("!")')).toBe(false);
    expect(outcomeOf('size(data.application.summary) + data.application.summary.size()')).toBe(30);
  });

  it('leaves texts alone that look like calls or comments', () => {
    expect(outcomeOf("\"has (x) size(y) // contains(z)\" + ''' has(q) ''' + r\"size(\\)\"")).toBe(
      'has (x) size(y) // contains(z) has(q) size(\\)',
    );
  });

  it('knows that nothing is outstanding of a fee that was never charged', () => {
    expect(outcomeOf('fees.response.outstanding == 0 && fees.application.paid == 7500')).toBe(true);
    expect(outcomeOf('has(fees.response)')).toBe(true);
  });

  it('gives a date or now as the basis of a deadline', () => {
    expect(outcomeOf('party.servedOn', 'date')).toBe('2026-03-02');
    expect(outcomeOf('party.served ? party.servedOn : data.application.incidentOn', 'date')).toBe('2026-03-02');
    expect(outcomeOf('"2026-06-01"', 'date')).toBe('2026-06-01');
    expect(outcomeOf('now', 'date')).toBe(claim.now);
    expect(outcomeOf('now')).toBe('2026-03-20T19:00:00Z');
  });

  it('hands the functions the party and the instant as they were given', () => {
    const seen: unknown[] = [];
    const spying = {
      ...functions,
      inState: (...given: unknown[]) => seen.push(...given) > 0,
      days: (...given: unknown[]) => seen.push(...given),
    };
    compiled('inState(party, "served") && days(party.servedOn, now) > 0').evaluate({ ...claim, functions: spying });
    expect(seen).toEqual([sam, 'served', '2026-03-02', claim.now]);
    expect(seen[0]).toBe(sam);
  });

  it('may be evaluated while another of the same scope is', () => {
    const inner = compiled('days(party.servedOn, now) > 14');
    const nested = {
      ...functions,
      inState: () => {
        const evaluation = inner.evaluate(claim);
        return evaluation.ok && evaluation.value === true;
      },
    };
    const outer = compiled('inState(party, "x") && days(now, now) == 0');
    expect(outer.evaluate({ ...claim, functions: nested })).toEqual({ ok: true, value: true });
  });

  it('sees only what its scope declares', () => {
    const scope = scopeFor({ dataForms: {}, partyForms: {}, variables: ['actor', 'event', 'form', 'fees'] });
    expect(compileExpression('actor.role == "member" && event.type == "DECIDE"', scope)).toHaveProperty('evaluate');
    expect(compileExpression('inState(party, "served")', scope)).toMatchObject([{ code: 'unknown-name' }]);
    expect(compileExpression('inState("ada", "served")', scope)).toMatchObject([{ code: 'wrong-type' }]);
    expect(compileExpression('form.anything == "x"', scope)).toMatchObject([
      { fix: expect.stringContaining('There are none here') },
    ]);
  });

  it('reads what a party is before a form of the same name, and leaves forbidden names out', () => {
    const scope = scopeFor({
      dataForms: Object.fromEntries([['constructor', { amount: 'money' }] as const]),
      partyForms: { role: { amount: 'money' } },
      variables: ['data', 'party'],
    });
    const own = compileExpression('party.role == "applicant"', scope);
    if (Array.isArray(own)) throw new Error('party.role was refused');
    expect(own.evaluate({ party: ada, functions })).toEqual({ ok: true, value: true });
    expect(scope.variables.fields.get('data')?.type).toMatchObject({ fields: new Map() });
  });
});

describe('what has no value', () => {
  it.each([
    'data.reply.amount > 5',
    '!(data.reply.amount > 5)',
    'data.reply.amount != 5',
    'data.application.home.unit == "4"',
    'parties[1].response.position == "agree"',
    'parties.all(p, p.servedOn > "2026-01-01")',
    'parties[7].served',
    'form.amount > 5',
    'has(data.reply) || data.reply.amount > 5',
  ])('is an error, so a guard refuses: %s', (source) => {
    expect(outcomeOf(source)).toEqual({ error: 'missing' });
  });

  it('says which name has no value yet', () => {
    expect(compiled('data.reply.amount > 5').evaluate(claim)).toEqual({
      ok: false,
      error: { code: 'missing', message: '“data.reply” has no value yet.' },
    });
  });

  it('treats null and an absent answer alike', () => {
    const open = { ...claim, data: { application: { amount: null }, reply: null } };
    expect(outcomeOf('data.application.amount > 5', 'value', open)).toEqual({ error: 'missing' });
    expect(outcomeOf('has(data.application.amount) || has(data.reply)', 'value', open)).toBe(false);
  });

  it('can be asked for first, at any step, without failing', () => {
    expect(outcomeOf('has(data.reply)')).toBe(false);
    expect(outcomeOf('has(data.reply.amount)')).toBe(false);
    expect(outcomeOf('has(data.application.amount)')).toBe(true);
    expect(outcomeOf('has(data.application.home.unit)')).toBe(false);
    expect(outcomeOf('has(data["late-request"].reason)')).toBe(false);
    expect(outcomeOf('has(data.application["home"].city) && has(parties[1].servedOn)')).toBe(true);
    expect(outcomeOf('!has(data.reply) || data.reply.amount > 5')).toBe(true);
    expect(outcomeOf('has(parties[7].servedOn)')).toBe(false);
    expect(outcomeOf('has(party.servedOn)', 'condition', { functions })).toBe(false);
    expect(outcomeOf('has(data.application.amount)', 'condition', { data: 5, functions } as never)).toEqual({
      error: 'wrong-value',
    });
    expect(outcomeOf('parties.filter(p, has(p.servedOn)).all(p, p.servedOn > "2026-01-01")')).toBe(true);
  });

  it('does not matter where the other side decides', () => {
    expect(outcomeOf('data.reply.amount > 5 || party.served')).toBe(true);
    expect(outcomeOf('data.reply.amount > 5 && party.responded')).toBe(false);
    expect(outcomeOf('parties.exists(p, p.servedOn == "2026-03-02")')).toBe(true);
    expect(outcomeOf('parties.all(p, p.role == "applicant" && p.servedOn > "2026-01-01")')).toBe(false);
  });

  it('is also a variable that nobody handed in', () => {
    expect(outcomeOf('party.served', 'condition', { functions })).toEqual({ error: 'missing' });
  });
});

describe('a value that is not what its form says', () => {
  const withAmount = (amount: unknown) => ({ ...claim, data: { application: { amount } } });
  it.each([12.5, '12', Number.NaN, 2 ** 60, true, {}, []])('makes a comparison fail: amount %s', (amount) => {
    expect(outcomeOf('data.application.amount > 5', 'value', withAmount(amount))).toEqual({ error: 'wrong-value' });
  });

  it.each([
    ['data.application.rooms > 1.0', { rooms: Number.POSITIVE_INFINITY }],
    ['data.application.isDebt', { isDebt: 'yes' }],
    ['data.application.summary == "x"', { summary: 5 }],
    ['data.application.summary == "x"', { summary: 'x'.repeat(100_001) }],
    ['data.application.incidentOn > "2026-01-01"', { incidentOn: '5 March' }],
    ['days(data.application.incidentOn, now) > 1', { incidentOn: '2026-02-31' }],
    ['"a" in data.application.remedies', { remedies: 5 }],
    ['"a" in data.application.remedies', { remedies: ['b', 5] }],
    ['"a" in data.application.remedies', { remedies: Array.from({ length: 101 }, () => 'b') }],
    ['data.application.home.city == "x"', { home: 'Victoria' }],
    ['data.application.home.city == "x"', { home: ['Victoria'] }],
    [
      'data.application.home.city == "x"',
      { home: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [n, 'x'])) },
    ],
    ['days("2026-02-30", now) > 1', {}],
  ])('makes %s fail for %o', (source, application) => {
    expect(outcomeOf(source, 'value', { ...claim, data: { application } })).toEqual({ error: 'wrong-value' });
  });

  it('fails for a form, parties, a party or an instant of the wrong kind', () => {
    const wrong = (source: string, inputs: object) => outcomeOf(source, 'value', { ...claim, ...inputs });
    expect(wrong('data.application.amount > 5', { data: { application: 5 } })).toEqual({ error: 'wrong-value' });
    expect(wrong('data.application.amount > 5', { data: [] })).toEqual({ error: 'wrong-value' });
    expect(wrong('size(parties) > 5', { parties: 5 })).toEqual({ error: 'wrong-value' });
    expect(wrong('size(parties) > 5', { parties: [5] })).toEqual({ error: 'wrong-value' });
    expect(wrong('days(now, now) > 5', { now: '2026-01-01T00:00Z' })).toEqual({ error: 'wrong-value' });
    expect(wrong('party.response.amount > 5', { party: { ...sam, data: 5 } })).toEqual({ error: 'missing' });
  });

  it('fails for a basis that is no date', () => {
    const inputs = { ...claim, party: { ...sam, servedOn: '2026-02-30' } };
    expect(outcomeOf('party.servedOn', 'date', inputs)).toEqual({ error: 'wrong-value' });
  });

  it('fails when a function gives no whole number, throws or is missing', () => {
    const given = (days: unknown) => ({ ...claim, functions: { ...functions, days } }) as unknown as typeof claim;
    expect(
      outcomeOf(
        'days(now, now)',
        'value',
        given(() => 1.5),
      ),
    ).toEqual({ error: 'failed' });
    const throwing = given(() => {
      throw new RangeError('no such day');
    });
    expect(outcomeOf('days(now, now)', 'value', throwing)).toEqual({ error: 'failed' });
    expect(outcomeOf('days(now, now)', 'value', { now: claim.now } as unknown as typeof claim)).toEqual({
      error: 'failed',
    });
  });
});

describe('numbers and sizes', () => {
  it('come out exact or not at all', () => {
    expect(outcomeOf('9007199254740991 - 1')).toBe(9_007_199_254_740_990);
    expect(outcomeOf('9007199254740991 + 1')).toEqual({ error: 'overflow' });
    expect(outcomeOf('9007199254740991 * 9007199254740991')).toEqual({ error: 'overflow' });
    expect(outcomeOf('1 / 0')).toEqual({ error: 'overflow' });
    expect(outcomeOf('1 % 0')).toEqual({ error: 'overflow' });
    expect(outcomeOf('1.0 / 0.0')).toEqual({ error: 'overflow' });
    expect(outcomeOf('[1, 2, 9007199254740991]')).toEqual([1, 2, 9_007_199_254_740_991]);
  });

  it('stop at more parties than a case may have', () => {
    const parties = Array.from({ length: 51 }, () => sam);
    expect(outcomeOf('parties.all(p, p.served)', 'value', { ...claim, parties })).toEqual({ error: 'too-much-work' });
    expect(outcomeOf('parties.all(p, p.served)', 'value', { ...claim, parties: parties.slice(1) })).toBe(true);
  });

  it('stop at results too long to keep', () => {
    const long = { ...claim, data: { application: { summary: 'x'.repeat(60_000) } } };
    expect(outcomeOf('data.application.summary + data.application.summary', 'value', long)).toEqual({
      error: 'too-much-work',
    });
    const many = { ...claim, parties: Array.from({ length: 50 }, () => sam) };
    const twentyOne = Array.from({ length: 21 }, () => 'parties').join(' + ');
    expect(outcomeOf(`(${twentyOne}).map(p, p.id)`, 'value', many)).toEqual({ error: 'too-much-work' });
  });
});
