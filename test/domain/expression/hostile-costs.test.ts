import { describe, expect, it } from 'vitest';
import { aHeavyClaim } from './a-heavy-claim.ts';
import { handles } from './handles.ts';
import { leavesNoTrace } from './leaves-no-trace.ts';
import { quickest, SOON } from './quickest.ts';

leavesNoTrace();

describe('an expression made to take long', () => {
  const repeat = (part: string, by: string, times: number) => Array.from({ length: times }, () => part).join(by);

  it.each([
    ['deep brackets', `${'('.repeat(499)}1${')'.repeat(499)}`],
    ['deep negation', `${'!'.repeat(990)}true`],
    ['deep lists', `${'['.repeat(499)}${']'.repeat(499)}`],
    ['deep choices', `${'true ? '.repeat(100)}1${' : 1'.repeat(100)}`],
    ['long alternatives', repeat('party.served', ' || ', 48)],
    ['loops in loops', `${'parties.exists(p, '.repeat(40)}true${')'.repeat(40)}`],
    ['loops after loops', `(${repeat('parties', '+', 38)})${'.filter(p, p.served)'.repeat(5)}.exists(p, p.id == "x")`],
    ['lists that grow', `parties.map(p, ${repeat('parties', '+', 80)}).exists(l, l[0].served)`],
    ['lists of answers that grow', `parties.exists(p, "q" in (${repeat('data.application.remedies', '+', 30)}))`],
    ['texts that grow', `parties.exists(p, ${repeat('p.response.reasons', '+', 45)} == "x")`],
    ['texts compared', `parties.exists(p, ${repeat('p.response.reasons < data.application.summary', '||', 20)})`],
    ['texts searched', `parties.exists(p, ${repeat(`p.response.reasons.contains("b${'a'.repeat(90)}")`, '||', 7)})`],
    ['texts measured', `parties.exists(p, size(${repeat('p.response.reasons', '+', 40)}) == 1)`],
    ['numbers that grow', repeat('9007199254740991', '*', 58)],
    ['a pattern', '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("(a+)+$")'],
    ['a number of a thousand digits', '9'.repeat(1_000)],
    ['a quote without end', `"${'\\'.repeat(998)}`],
    ['names that guards multiply', repeat('(data.application.amount==1||event.amount==2)', '&&', 18)],
  ])('is refused or done within %s', (_, source) => {
    expect(quickest(() => handles(source, aHeavyClaim))).toBeLessThan(SOON);
  });
});
