import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Explorer } from '../../src/domain/definition/explorer-schema.ts';
import { filledInByAnswers, walkExplorer } from '../../src/domain/forms/walk-explorer.ts';

const text = { en: 'Text' };
const option = (value: string, next: string, sets?: string) => ({
  value,
  label: text,
  next,
  ...(sets ? { sets } : {}),
});
const explorer: Explorer = {
  start: 'about',
  questions: {
    about: { title: text, options: [option('money', 'asked', 'claim.kind'), option('noise', 'elsewhere')] },
    asked: { title: text, options: [option('yes', 'here', 'claim.asked=true'), option('no', 'letter')] },
  },
  outcomes: {
    here: { title: text, body: text, start: true },
    letter: { title: text, body: text },
    elsewhere: { title: text, body: text },
  },
};

describe('the way through the questions before a claim', () => {
  it('goes as far as the answers lead, and asks the first that is missing', () => {
    expect(walkExplorer(explorer, {}).at).toEqual({ question: 'about' });
    expect(walkExplorer(explorer, { about: 'money' }).at).toEqual({ question: 'asked' });
    expect(walkExplorer(explorer, { about: 'money', asked: 'no' }).at).toEqual({ outcome: 'letter' });
  });

  it('asks anew what somebody wants to change', () => {
    expect(walkExplorer(explorer, { about: 'money', asked: 'no' }, 'about')).toEqual({
      answered: [],
      at: { question: 'about' },
    });
  });

  it('always comes to a question or an outcome that there is, whatever stands in the address', () => {
    const word = fc.oneof(
      fc.constantFrom('about', 'asked', 'money', 'yes', 'here', '__proto__', 'toString'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word)), word, (given, change) => {
        const { at } = walkExplorer(explorer, Object.fromEntries(given), change);
        const isThere = 'question' in at ? at.question in explorer.questions : at.outcome in explorer.outcomes;
        expect(isThere).toBe(true);
      }),
    );
  });

  it('fills in what an answer names: its own value, or another', () => {
    expect(filledInByAnswers(explorer, { about: 'money', asked: 'yes' })).toEqual([
      { form: 'claim', field: 'kind', value: 'money' },
      { form: 'claim', field: 'asked', value: 'true' },
    ]);
    expect(filledInByAnswers(explorer, { about: 'noise', asked: 'perhaps' })).toEqual([]);
  });
});
