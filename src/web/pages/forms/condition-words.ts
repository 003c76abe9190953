import type { Field, Form } from '../../../domain/definition/form-schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { fill, type Words } from '../../words.ts';

/** One field compared with one value; what else an expression can say has no words here. */
const COMPARISON = /^(?:form|data\.\w+|party\.\w+|event)\.(\w+) *(==|!=|>=|<=|>|<) *('[^']*'|-?\d+|true|false)$/;

/** A condition on the answers of a form, as people say it: `you answered “I agree” to “What do you say?”`. */
export function conditionWords(condition: string, form: Form, currency: string, words: Words): string | undefined {
  const [, id, sign = '', literal = ''] = COMPARISON.exec(condition.trim()) ?? [];
  const field = form.pages.flatMap(({ fields }) => fields).find((one) => one.id === id);
  if (!field) return undefined;
  const label = textIn(field.label, words.lang) || field.id;
  const text = literal.replace(/^'|'$/g, '');
  if (field.options) return said('==', words, label, chosen(field.options, sign, text, words));
  if (field.type === 'yesno') return said(sign, words, label, text === 'true' ? words.act.yes : words.act.no);
  const amount = field.type === 'money' ? formatMoney(Number(text), currency, words.lang) : text;
  return sign in SIGNS ? fill(words.act[SIGNS[sign as keyof typeof SIGNS]], { label, value: amount }) : undefined;
}

/** Which of the answers make it true: people are not asked to think in negatives. */
function chosen(options: NonNullable<Field['options']>, sign: string, value: string, { act, lang }: Words): string {
  const those = options.filter((option) => (option.value === value) === (sign === '=='));
  return those.map(({ label }) => textIn(label, lang)).join(act.or);
}

const SIGNS = { '>': 'more', '>=': 'atLeast', '<': 'less', '<=': 'atMost' } as const;

function said(sign: string, { act }: Words, label: string, value: string): string | undefined {
  if (sign === '==') return fill(act.is, { label, value });
  return sign === '!=' ? fill(act.isNot, { label, value }) : undefined;
}
