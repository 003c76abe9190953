import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../src/domain/definition/check/check-definition.ts';
import { readDefinition } from '../../../src/domain/definition/check/read-definition.ts';
import { aGoodDefinition } from './a-good-definition.ts';
import { describeRefusals, problemsAfter } from './refusals.ts';

const REVIEW = '/chart/states/intake/states/review';

describeRefusals('a definition of another shape is refused in words', [
  {
    when: 'a key is misspelt',
    code: 'unknown-key',
    at: '/langages',
    change: { '/langages': ['en'] },
    says: ['langages', 'Did you mean “languages”?'],
  },
  {
    when: 'a key of an event is misspelt',
    code: 'unknown-key',
    at: '/events/SUBMIT/fom',
    change: { '/events/SUBMIT/fom': 'application' },
    says: ['“events › SUBMIT”', 'Did you mean “form”?'],
  },
  {
    when: 'a key of an action is misspelt',
    code: 'unknown-key',
    at: `${REVIEW}/on/ISSUE/actions/1/notise`,
    change: { [`${REVIEW}/on/ISSUE/actions/1`]: { type: 'notify', notise: 'dispute-notice' } },
    says: ['notice'],
  },
  {
    when: 'a key is nothing like what is known there',
    code: 'unknown-key',
    at: '/roles/applicant/colour',
    change: { '/roles/applicant/colour': 'red' },
    says: ['kind, title, min'],
  },
  {
    when: 'a key of a state is none of XState’s that are allowed',
    code: 'unknown-key',
    at: '/chart/states/live/invoke',
    change: { '/chart/states/live/invoke': { src: 'mail' } },
    says: ['always'],
  },
  {
    when: 'a part is missing',
    code: 'missing',
    at: '/stages',
    change: { '/stages': undefined },
    says: ['“stages” is missing', 'a list'],
  },
  {
    when: 'a part of a notice is missing',
    code: 'missing',
    at: '/notices/decision/subject',
    change: { '/notices/decision/subject': undefined },
  },
  {
    when: 'a list is a text',
    code: 'wrong-type',
    at: '/events/SUBMIT/by',
    change: { '/events/SUBMIT/by': 'applicant' },
    says: ['a list'],
  },
  {
    when: 'a whole number has a fraction',
    code: 'wrong-type',
    at: '/fees/application/amount',
    change: { '/fees/application/amount': 75.5 },
    says: ['a whole number'],
  },
  {
    when: 'an action does what no action does',
    code: 'wrong-value',
    at: `${REVIEW}/on/ISSUE/actions/0/type`,
    change: { [`${REVIEW}/on/ISSUE/actions/0/type`]: 'email' },
    says: ['notify', 'generate'],
  },
  {
    when: 'a role is of no kind',
    code: 'wrong-value',
    at: '/roles/applicant/kind',
    change: { '/roles/applicant/kind': 'person' },
    says: ['party', 'tribunal'],
  },
  {
    when: 'the format is another',
    code: 'wrong-value',
    at: '/format',
    change: { '/format': 2 },
    says: ['1'],
  },
  {
    when: 'an id has capital letters',
    code: 'wrong-format',
    at: '/id',
    change: { '/id': 'Neighbours' },
    says: ['lower-case'],
  },
  {
    when: 'a currency is not three letters',
    code: 'wrong-format',
    at: '/currency',
    change: { '/currency': 'dollars' },
  },
  {
    when: 'a link is not https',
    code: 'wrong-format',
    at: '/explorer/outcomes/elsewhere/links/0/url',
    change: { '/explorer/outcomes/elsewhere/links/0/url': 'javascript:alert(1)' },
    says: ['https://'],
  },
  {
    when: 'a number is below the least',
    code: 'too-small',
    at: '/deadlines/talksWindow/count',
    change: { '/deadlines/talksWindow/count': -1 },
    says: ['At least 0.'],
  },
  {
    when: 'a list is empty that must not be',
    code: 'too-small',
    at: '/events/SUBMIT/by',
    change: { '/events/SUBMIT/by': [] },
    says: ['At least 1 entries.'],
  },
  {
    when: 'a text is too long',
    code: 'too-big',
    at: '/notices/decision/body/en',
    change: { '/notices/decision/body/en': 'a'.repeat(9_000) },
    says: ['8000 characters'],
  },
  {
    when: 'a name has a space',
    code: 'bad-name',
    at: '/events/FILE IT',
    change: { '/events/FILE IT': { title: { en: 'F', fr: 'F' }, by: ['applicant'] } },
  },
  {
    when: 'hours end at a time of day',
    code: 'wrong-value',
    at: '/deadlines/talksWindow/at',
    change: { '/deadlines/talksWindow/unit': 'hours', '/deadlines/talksWindow/at': '16:30' },
    says: ['nights and holidays'],
  },
  {
    when: 'a step of a scenario is none',
    code: 'missing',
    at: '/scenarios/0/steps/1/as',
    change: { '/scenarios/0/steps/1/as': undefined },
  },
]);

describe('a definition that cannot be read whole', () => {
  it('is checked as far as it can be: what is misspelt does not hide what is wrong elsewhere', () => {
    const problems = problemsAfter({
      '/events/SUBMIT/fom': 'application',
      '/notices/decision/template': 'verdict',
      '/forms/service/pages/0/fields/0/type': 'choice',
      '/explorer/start': 'nothing',
    });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown-key /events/SUBMIT/fom',
      'unknown-template /notices/decision/template',
      'choice-without-options /forms/service/pages/0/fields/0',
      'unknown-question /explorer/start',
      'unreachable-question /explorer/questions/kind',
      'unreachable-question /explorer/questions/amount',
      'unreachable-question /explorer/outcomes/here',
      'unreachable-question /explorer/outcomes/elsewhere',
    ]);
  });

  it('does not call a name unknown whose entry it could not read', () => {
    for (const entry of [
      '/forms/application/title',
      '/events/ISSUE/by',
      '/notices/decision/to',
      '/roles/member/kind',
      '/deadlines/talksWindow/why',
    ]) {
      const problems = problemsAfter({ [entry]: 7 });
      expect(problems.map(({ path }) => path)).toEqual([entry]);
    }
  });

  it('says nothing of states it cannot see, when a chart cannot be read', () => {
    const problems = problemsAfter({ [`${REVIEW}/on/ISSUE/actions/0`]: { type: 'generate' } });
    expect(problems.map(({ code }) => code)).toEqual(['missing']);
  });

  it('takes out only the entry of a list that cannot be read', () => {
    const problems = problemsAfter({
      '/stages/1/title': 7,
      '/stages/2/id': undefined,
      '/stages/3/target': { days: 0 },
    });
    expect(problems.map(({ path }) => path)).toEqual(['/stages/1/title', '/stages/2/id', '/stages/3/target/days']);
  });

  it('is told of all its problems when hardly anything is there', () => {
    const { problems } = checkDefinition({});
    const missing = ['format', 'id', 'title', 'languages', 'calendar', 'stages', 'roles', 'events', 'chart'];
    for (const part of missing) expect(problems.map(({ path }) => path)).toContain(`/${part}`);
  });

  it('lists no more problems than anyone reads, and says how many there are', () => {
    const guidance = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`/guidance/nowhere${n}`, {}]));
    const problems = problemsAfter(guidance);
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)?.code).toBe('too-many-problems');
    expect(problems.at(-1)?.message).toContain('600');
  });
});

describe('a definition of many words', () => {
  const KB = 1024;
  const ofWords = (words: Readonly<Record<string, number>>) => {
    const help = Object.fromEntries(Object.entries(words).map(([language, size]) => [language, 'x'.repeat(size)]));
    return problemsAfter({ '/description': help }).map(({ code }) => code);
  };

  it('may say as much again in its other languages as in the one it is written in', () => {
    expect(ofWords({ en: 200 * KB, fr: 200 * KB })).not.toContain('too-large');
    expect(ofWords({ en: 260 * KB })).toContain('too-large');
    expect(ofWords({ fr: 260 * KB })).toContain('too-large');
  });

  it('may not hide its size behind languages that it does not speak', () => {
    expect(ofWords({ en: 130 * KB, de: 130 * KB })).toContain('too-large');
  });
});

describe('the text of a definition', () => {
  const good = JSON.stringify(aGoodDefinition(), null, 2);

  it('is read when it is JSON', () => {
    const read = readDefinition(good);
    expect('json' in read && checkDefinition(read.json)).toMatchObject({ ok: true, problems: [] });
  });

  it.each([
    ['ten megabytes', 'x'.repeat(10_000_000), 'too-large', ''],
    ['over 1 MB of letters that take three bytes each', `"${'€'.repeat(360_000)}"`, 'too-large', ''],
    ['three thousand levels', '['.repeat(3_000), 'too-deep', '/0'.repeat(32)],
    ['three thousand levels of objects', '{"a":'.repeat(3_000), 'too-deep', '/a'.repeat(32)],
    ['a key twice', '{"a": {"b": 1, "c": [{"b": 1}], "b": 2}}', 'duplicate-key', '/a/b'],
    ['a key twice, once in disguise', '{"by": 1, "b\\u0079": 2}', 'duplicate-key', '/by'],
    ['a key twice, in the second of a list', '[{"a": 1}, {"a": 1, "a": 1}]', 'duplicate-key', '/1/a'],
    ['__proto__', '{"events": {"__proto__": {"x": 1}}}', 'forbidden-key', '/events/__proto__'],
    ['__proto__ in disguise', '{"\\u005f_proto__": 1}', 'forbidden-key', '/__proto__'],
    ['a comma too many', '{\n  "format": 1,\n}', 'not-json', ''],
    ['a comment', '{ // no\n }', 'not-json', ''],
    ['an unfinished text', '{"format', 'not-json', ''],
    ['an unfinished escape', '{"format\\', 'not-json', ''],
    ['a page of prose with the same words twice', '# "a": 1 {"a": 1, "a": 2, "a": 3}', 'not-json', ''],
    ['a bad escape', '{"\\q": 1}', 'not-json', ''],
    ['nothing', '', 'not-json', ''],
    ['brackets that close nothing', ']]}},,::', 'not-json', ''],
  ])('is refused within milliseconds when it has %s', (_, text, code, path) => {
    const startedAt = performance.now();
    const read = readDefinition(text);
    expect(performance.now() - startedAt).toBeLessThan(200);
    expect(read).toMatchObject({ problems: [{ code, path }] });
  });

  it('is not refused for brackets, quotes and keys inside its texts', () => {
    const read = readDefinition(JSON.stringify({ title: { en: `${'['.repeat(100)}"__proto__": {"a":1,"a":1}` } }));
    expect(read).toHaveProperty('json');
  });

  it('says in which line it cannot be read', () => {
    const read = readDefinition('{\n  "format": 1,\n  "id" "x"\n}');
    expect('problems' in read && read.problems[0]?.message).toContain('line 3, column 8');
  });

  it('lists no more than five hundred keys that stand twice', () => {
    const read = readDefinition(`{${'"a":1,'.repeat(5_000)}"a":1}`);
    expect('problems' in read && read.problems.length).toBe(500);
  });
});

describe('a definition', () => {
  it('is handed back with its defaults when it is good, though there are warnings', () => {
    const spare = { ...aGoodDefinition(), guards: { ...aGoodDefinition().guards, spare: 'true' } };
    const { ok, problems, definition } = checkDefinition(spare);
    expect(ok).toBe(true);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(definition?.currency).toBe('CAD');
  });

  it('may use a calendar of the tribunal’s own', () => {
    const own = { ...aGoodDefinition(), calendar: 'our-own' };
    expect(checkDefinition(own).problems.map(({ code }) => code)).toEqual(['unknown-calendar']);
    expect(checkDefinition(own, { calendars: ['our-own'] }).ok).toBe(true);
  });

  it('is not changed by being checked, good or bad', () => {
    for (const definition of [aGoodDefinition(), { ...aGoodDefinition(), stages: 7, extra: 1 }]) {
      const before = JSON.stringify(definition);
      checkDefinition(definition);
      expect(JSON.stringify(definition)).toBe(before);
    }
  });

  it('is checked the same with its keys in the order they were written', () => {
    const { definition } = checkDefinition(aGoodDefinition());
    expect(Object.keys(definition?.events ?? {})).toEqual(Object.keys(aGoodDefinition().events));
    expect(Object.keys(definition?.chart.states ?? {})).toEqual(['intake', 'live', 'closed']);
  });
});
