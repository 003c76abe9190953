import { describe, expect, it } from 'vitest';
import { evaluateGuard } from '../../../src/domain/expression/evaluate-guard.ts';
import { claim, compiled } from './expression-world.ts';

const yes = compiled('party.served');
const no = compiled('party.responded');
const fails = compiled('data.reply.amount > 5');

describe('a guard made of several conditions', () => {
  it.each([
    ['yes', yes, true],
    ['not no', { not: no }, true],
    ['all of nothing', { all: [] }, true],
    ['any of nothing', { any: [] }, false],
    ['all yes', { all: [yes, { not: no }] }, true],
    ['all, one no', { all: [yes, no] }, false],
    ['any, one yes', { any: [no, yes] }, true],
    ['any no', { any: [no, { not: yes }] }, false],
    ['a failure that a no decides', { all: [fails, no] }, false],
    ['a failure that a yes decides', { any: [fails, fails, yes] }, true],
  ])('decides: %s', (_, guard, value) => {
    expect(evaluateGuard(guard, claim)).toEqual({ ok: true, value });
  });

  it.each([
    ['a failure', fails],
    ['not a failure', { not: fails }],
    ['all, one failing', { all: [yes, fails, yes, fails] }],
    ['any, one failing', { any: [no, fails] }],
    ['not all, one failing', { not: { all: [yes, fails] } }],
  ])('lets nobody through on %s', (_, guard) => {
    expect(evaluateGuard(guard, claim)).toMatchObject({ ok: false, error: { code: 'missing' } });
  });

  it('is never true for a value that is not yes', () => {
    expect(evaluateGuard(compiled('"true"', 'value'), claim)).toEqual({ ok: true, value: false });
  });
});
