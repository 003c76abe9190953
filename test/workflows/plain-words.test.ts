import { describe, expect, it } from 'vitest';
import type { Text } from '../../src/domain/definition/text-schema.ts';
import { englishGrade, frenchEase } from './reading-grade.ts';
import { shippedDefinition } from './shipped.ts';

/** Shorter texts are titles and labels: a formula that counts sentences says nothing about them. */
const SHORTEST_TEXT = 60;
const HIGHEST_GRADE = 8;
const LEAST_EASE = 50;

/** Words of Latin and of the trade that people stumble over. */
const LEGALESE = /\b(inter alia|prima facie|ex parte|pro se|bona fide|hereby|herein|aforesaid|pursuant|litigant)\b/i;

describe.each(['small-claims', 'traffic-fine'])('the texts of %s', (id) => {
  const { scenarios: _, ...definition } = shippedDefinition(id);
  const texts = [...textsIn(definition, '')];

  it('are written for eight years of school, in English', () => {
    const hard = texts.filter(({ text }) => isLong(text.en) && englishGrade(text.en ?? '') > HIGHEST_GRADE);
    expect(hard.map(({ path }) => path)).toEqual([]);
  });

  it('are as plain in French', () => {
    const hard = texts.filter(({ text }) => isLong(text.fr) && frenchEase(text.fr ?? '') < LEAST_EASE);
    expect(hard.map(({ path }) => path)).toEqual([]);
  });

  it('greet nobody and give no address in letters, which do both by themselves', () => {
    const bodies = Object.entries(definition.notices).flatMap(([name, { body }]) =>
      Object.values(body).map((words) => ({ name, words })),
    );
    const twice = bodies.filter(({ words }) =>
      /^(Dear|Hello|Bonjour|Gentile|\{\{recipient)|\{\{link\}\}/.test(words ?? ''),
    );
    expect(twice.map(({ name }) => name)).toEqual([]);
  });

  it('use no Latin', () => {
    expect(texts.filter(({ text }) => LEGALESE.test(text.en ?? '')).map(({ path }) => path)).toEqual([]);
  });
});

describe('the deadlines of the shipped small claim', () => {
  const definition = shippedDefinition('small-claims');

  it('are all reminded of, but for those that ask nothing of a party', () => {
    const silent = Object.entries(definition.deadlines).filter(([, { reminders }]) => !reminders?.length);
    expect(silent.map(([name]) => name)).toEqual(['waiverWindow', 'reviewWindow']);
  });

  it('let a response be extended once, by at most 30 days', () => {
    expect(definition.deadlines.responseWindow?.extend).toMatchObject({ times: 1, maxDays: 30 });
  });
});

describe('the words of the trade in the shipped small claim', () => {
  const { guidance, events, notices } = shippedDefinition('small-claims');
  const FIRST_MET: readonly (readonly [word: string, where: Text | undefined, en: RegExp, fr: RegExp])[] = [
    [
      'respondent',
      guidance['open.notice']?.respondent,
      /respondent: the one who answers/,
      /défenderesse\u00a0: celle qui y répond/,
    ],
    [
      'dispute notice',
      notices['application-received']?.body,
      /notice, which tells the other side/,
      /qui informe l’autre partie/,
    ],
    ['dispute notice', guidance['open.notice']?.applicant, /It tells the other side/, /Il informe l’autre partie/],
    ['to serve', guidance['open.notice']?.applicant, /way that you can prove/, /d’une façon que vous pouvez prouver/],
    ['to serve', notices['notice-issued']?.body, /way that you can prove/, /d’une façon que vous pouvez prouver/],
    ['to serve', events.RECORD_SERVICE?.hint, /^To serve is to give/, /^Remettre l’avis, c’est le donner/],
    ['served', notices['dispute-notice']?.body, /when it is handed to you/, /Par la poste, il compte comme remis/],
    ['default decision', notices['default-available']?.body, /one made without them/, /rendue sans cette partie/],
    ['default decision', events.REQUEST_DEFAULT?.hint, /made without a party/, /rendue sans une partie/],
    ['in default', guidance['respondent:defaulted']?.respondent, /did not respond in time/, /pas répondu à temps/],
    ['consent order', notices['consent-order']?.body, /you all agreed to/, /que vous avez tous acceptée/],
  ];

  it.each(FIRST_MET)('“%s” is said in plain words where somebody first meets it', (_, text, en, fr) => {
    expect(text?.en).toMatch(en);
    expect(text?.fr).toMatch(fr);
  });
});

function isLong(text: string | undefined): boolean {
  return (text?.length ?? 0) >= SHORTEST_TEXT;
}

function* textsIn(value: unknown, path: string): Generator<{ path: string; text: Text }> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value && typeof value.en === 'string') return yield { path, text: value as Text };
  for (const [key, one] of Object.entries(value)) yield* textsIn(one, `${path}/${key}`);
}
