import { describe, expect, it } from 'vitest';
import { implies, isShadowed, neverTrueTogether, truthOf } from '../../../src/domain/expression/guard-truth.ts';
import { compiled } from './expression-world.ts';

describe('a guard that is always, never, or now and then true', () => {
  it.each([
    ['true', 'always'],
    ['false', 'never'],
    ['!false && (true || party.served)', 'always'],
    ['2 > 1', 'always'],
    ['1 + 2 * 3 == 7', 'always'],
    ['-1 - 1 > 0', 'never'],
    ['5 - 2 == 3', 'always'],
    ['7 - 2 - 4 == 1 && 2 * 3 - 1 == 5', 'always'],
    ['party["served"] && !party["served"]', 'never'],
    ['data["application"]["amount"] > 5 && data.application.amount < 5', 'never'],
    ['size(data.application.remedies) > 5 && size(data.application.remedies) < 6', 'never'],
    ['days(party.servedOn, "2026-01-01") > 5 && days(party.servedOn, "2026-01-01") < 6', 'never'],
    ['days(party.servedOn, "2026-01-01") > 5 && days(party.servedOn, "2026-01-02") < 6', 'unknown'],
    ['party.role in ["a", party.name] && party.role != "a"', 'unknown'],
    ['party.role in ["a", party.name] && !(party.role in ["a", party.name])', 'never'],
    ['parties.exists(p, p.served) in [true] && !parties.exists(p, p.served)', 'unknown'],
    ['parties.exists(p, p.served) ? party.served : !party.served', 'unknown'],
    ['true ? party.served && !party.served : true', 'never'],
    ['"a" == "b"', 'never'],
    ['"a" < "b"', 'always'],
    ['true == false', 'never'],
    ['2.5 >= 2', 'always'],
    ['"a" in ["b", "a"]', 'always'],
    ['9007199254740991 + 1 > 0', 'unknown'],
    ['"a" + "b" == "ab"', 'unknown'],
    ['1 / 0 == 1', 'unknown'],
    ['party.served', 'unknown'],
    ['party.served || !party.served', 'unknown'],
    ['offer.open || !offer.open', 'always'],
    ['!has(party.role) && party.served', 'never'],
    ['has(party.role)', 'unknown'],
    ['party.served == true && party.served == false', 'never'],
    ['party.served != true && party.served', 'never'],
    ['party.served ? party.role == "a" : party.role == "b"', 'unknown'],
    ['party.served ? false : party.served', 'never'],
    ['data.application.amount > 5 && data.application.amount < 6', 'never'],
    ['data.application.rooms > 5 && data.application.rooms < 6', 'unknown'],
    ['data.application.amount > 5.5 && data.application.amount < 5.9', 'never'],
    ['data.application.amount == 5.5', 'never'],
    ['5 < data.application.amount && data["application"].amount <= 5', 'never'],
    ['data.application.amount >= 5 && 5 >= data.application.amount && data.application.amount != 5', 'never'],
    ['data.application.amount > 5 || data.application.amount <= 5', 'unknown'],
    ['fees.application.paid > 5 || fees.application.paid <= 5', 'always'],
    ['party.role == "a" && party.role == "b"', 'never'],
    ['party.role in ["a", "b"] && party.role == "c"', 'never'],
    ['actor.role in ["a", "b"] || !(actor.role in ["b", "a"])', 'always'],
    ['party.role in ["a", "b"] && party.role != "a" && party.role != "b"', 'never'],
    ['party.role in [] ', 'unknown'],
    ['party.role in [party.name]', 'unknown'],
    ['"a" in data.application.remedies && !("a" in data.application.remedies)', 'never'],
    ['party.servedOn < "2026-01-01" && party.servedOn > "2026-06-01"', 'never'],
    ['has(data.reply) || !has(data.reply)', 'always'],
    ['!has(data.reply) && data.reply.amount > 5', 'never'],
    ['!has(data.reply) && has(data.reply.amount)', 'never'],
    ['!has(party.servedOn) && party.servedOn > "2026-01-01"', 'never'],
    ['has(actor.role) && has(offer.open)', 'always'],
    ['has(data.application.home.city) && !has(data.application.home)', 'never'],
    ['has(parties[0].servedOn) || !has(parties[0].servedOn)', 'always'],
    ['parties[0].served || !parties[0].served', 'unknown'],
    ['parties[0].served && !parties[0].served', 'never'],
    ['days(party.servedOn, now) > 14 && days(party.servedOn,  now) < 10', 'never'],
    ['days(party.servedOn, now) > 14 || days(party.servedOn, now) <= 14', 'unknown'],
    ['size(parties) > 2 && size(parties) < 2', 'never'],
    ['parties.size() > 2 && parties.size() <= 2', 'never'],
    ['parties.exists(p, p.served) && !parties.exists(p, p.served)', 'never'],
    ['party.id == actor.party && actor.party != party.id', 'never'],
    ['party.id < actor.party && !(actor.party > party.id)', 'never'],
    ['party.id <= actor.party && !(actor.party >= party.id)', 'never'],
    ['party.id < actor.party && party.id > actor.party', 'unknown'],
    ['7 / 2 == data.application.amount && !(7.0 / 2 == data.application.amount)', 'unknown'],
    ['inState(party, "a") && !inState(party, "a")', 'never'],
    ['inState(party, "a") && !inState(party, "b")', 'unknown'],
  ] as const)('%s: %s', (source, truth) => {
    expect(truthOf(compiled(source))).toBe(truth);
  });

  it('is known through the combinations of a chart', () => {
    const served = compiled('offer.open');
    const answered = compiled('offer.expired');
    expect(truthOf({ all: [served, { not: served }] })).toBe('never');
    expect(truthOf({ any: [served, { not: { all: [served, answered] } }] })).toBe('always');
    expect(truthOf({ any: [served, answered] })).toBe('unknown');
    expect(truthOf({ not: compiled('data.reply.amount > 5 || data.reply.amount <= 5') })).toBe('never');
  });

  it('is found among many alternatives', () => {
    const excluded = Array.from({ length: 14 }, (_, n) => `data.application.amount != ${n}`).join(' && ');
    expect(truthOf(compiled(`${excluded} && data.application.amount in [0, 1, 2, 3]`))).toBe('never');
    const each = (n: number) =>
      compiled(`data.application.amount == ${n} || event.amount == ${n} || party.name == "${n}"`);
    const three = Array.from({ length: 4 }, (_, n) => each(n));
    expect(truthOf({ all: three.slice(1) })).toBe('unknown');
    expect(truthOf({ all: three })).toBe('never');
  });

  it('is left open rather than tried for long', () => {
    const pigeon = (n: number) => ({
      any: Array.from({ length: 9 }, (_, hole) => compiled(`[form.amount, event.amount][${hole}] == ${n}`)),
    });
    const clash = (hole: number, a: number, b: number) => ({
      not: { all: [a, b].map((n) => compiled(`[form.amount, event.amount][${hole}] == ${n}`)) },
    });
    const pairs = Array.from({ length: 10 }, (_, a) => Array.from({ length: a }, (__, b) => [a, b] as const)).flat();
    const clashes = Array.from({ length: 9 }, (_, hole) => pairs.map(([a, b]) => clash(hole, a, b))).flat();
    const start = performance.now();
    expect(truthOf({ all: [...Array.from({ length: 10 }, (_, n) => pigeon(n)), ...clashes] })).toBe('unknown');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('is taken as it stands when its choices multiply', () => {
    const nested = Array.from({ length: 12 }).reduce<string>(
      (inner) => `(${inner} ? party.served : offer.open)`,
      'offer.expired',
    );
    expect(truthOf(compiled(nested))).toBe('unknown');
    expect(truthOf({ all: [compiled(nested), { not: compiled(nested) }] })).toBe('never');
  });
});

describe('one guard and another', () => {
  const implied = (a: string, b: string) => implies(compiled(a), compiled(b));

  it.each([
    ['party.served', 'party.served || party.responded'],
    ['party.served && party.responded', 'party.responded'],
    ['data.application.amount > 10', 'data.application.amount > 5'],
    ['data.application.amount == 7', 'data.application.amount >= 7'],
    ['data.application.amount > 10', 'has(data.application)'],
    ['!(data.application.amount > 10)', 'data.application.amount <= 10'],
    ['party.role == "a"', 'party.role in ["a", "b"]'],
    ['party.role == "a"', 'party.role != "b"'],
    ['false', 'party.served'],
    ['party.served', 'true'],
    ['parties.all(p, p.served)', ' parties.all( p, p.served )'],
  ])('when %s, then %s', (a, b) => {
    expect(implied(a, b)).toBe(true);
  });

  it.each([
    ['party.served', 'party.responded'],
    ['!(data.application.amount > 10)', 'true && data.application.amount < 10'],
    ['!has(data.reply)', 'data.reply.amount <= 10'],
    ['party.served || party.responded', 'party.served'],
    ['parties.all(p, p.served)', 'parties.all(q, q.served)'],
  ])('when %s, not certainly %s', (a, b) => {
    expect(implied(a, b)).toBe(false);
  });

  it('are never true together when they exclude each other', () => {
    expect(neverTrueTogether(compiled('party.role == "a"'), compiled('party.role == "b"'))).toBe(true);
    expect(neverTrueTogether(compiled('party.served'), compiled('party.responded'))).toBe(false);
  });
});

describe('a transition after others', () => {
  const shadowed = (later: string | null, ...earlier: (string | null)[]) =>
    isShadowed(
      later === null ? null : compiled(later),
      earlier.map((source) => (source === null ? null : compiled(source))),
    );

  it('is told apart from others that are combined in the same way', () => {
    const [served, responded] = [compiled('party.served'), compiled('party.responded')];
    for (const combine of [
      (one: typeof served) => ({ not: one }),
      (one: typeof served) => ({ all: [one] }),
      (one: typeof served) => ({ any: [one] }),
    ]) {
      expect(isShadowed(combine(served), [combine(responded)])).toBe(false);
      expect(isShadowed(combine(served), [combine(served)])).toBe(true);
      expect(implies(combine(served), combine(responded))).toBe(false);
    }
    expect(isShadowed({ all: [served, responded] }, [{ any: [served, responded] }])).toBe(true);
    expect(isShadowed({ any: [served, responded] }, [{ all: [served, responded] }])).toBe(false);
    expect(isShadowed(null, [served])).toBe(false);
  });

  it('is never taken after one without a guard', () => {
    expect(shadowed('party.served', 'party.responded', null)).toBe(true);
    expect(shadowed(null, null)).toBe(true);
  });

  it('is never taken when those before it cover it', () => {
    expect(shadowed('party.served', 'party.served')).toBe(true);
    expect(shadowed('data.application.amount > 500', 'data.application.amount > 100')).toBe(true);
    expect(shadowed('fees.application.paid > 0', 'fees.application.paid > 9', 'fees.application.paid <= 9')).toBe(true);
    expect(shadowed(null, 'offer.open', '!offer.open')).toBe(true);
    expect(shadowed('party.responded', 'party.served', '!party.served')).toBe(true);
  });

  it('may be taken otherwise', () => {
    expect(shadowed('party.served')).toBe(false);
    expect(shadowed('party.served', 'party.responded')).toBe(false);
    expect(shadowed(null, 'party.served', '!party.served')).toBe(false);
    expect(shadowed(null, 'data.reply.amount > 1', 'data.reply.amount <= 1')).toBe(false);
    expect(shadowed('data.application.amount > 100', 'data.application.amount > 500')).toBe(false);
  });
});
