import type { ExpectedResult } from '../../../src/domain/expression/check-result.ts';
import { type CompiledExpression, compileExpression } from '../../../src/domain/expression/compile-expression.ts';
import type {
  ExpressionFunctions,
  ExpressionInputs,
  PartyInput,
} from '../../../src/domain/expression/expression-inputs.ts';
import type { ExpressionProblem } from '../../../src/domain/expression/expression-problem.ts';
import { scopeFor } from '../../../src/domain/expression/scope-for.ts';

/** What a small claim's expressions see. */
export const smallClaims = scopeFor({
  dataForms: {
    application: {
      amount: 'money',
      incidentOn: 'date',
      summary: 'longtext',
      home: 'address',
      evidence: 'file',
      remedies: 'choices',
      kind: 'choice',
      rooms: 'number',
      isDebt: 'yesno',
      against: 'party',
    },
    reply: { amount: 'money', repliedOn: 'date' },
    'late-request': { reason: 'text' },
  },
  partyForms: { response: { position: 'choice', amount: 'money', reasons: 'longtext' } },
  eventForm: { reason: 'text', amount: 'money' },
  form: { position: 'choice', amount: 'money' },
  fees: ['application', 'response'],
  variables: ['data', 'party', 'parties', 'actor', 'event', 'fees', 'offer', 'now', 'today', 'form'],
});

/** Ada claims $1,200.00 from Sam, who was served on 2 March and has not answered, and from Lee, who was not served. */
export const ada = person({ id: 'ada', role: 'applicant', name: 'Ada', side: 'applicant', state: 'waiting' });
export const sam = person({ id: 'sam', state: 'served', served: true, servedOn: '2026-03-02', outsideProvince: true });
export const lee = person({ id: 'lee', name: 'Lee' });

/** Days as a tribunal in Vancouver counts them; every second day is a working day. */
export const functions: ExpressionFunctions = {
  days: (a, b) => localDate(a).until(localDate(b)).days,
  workingDays: (a, b) => Math.trunc(localDate(a).until(localDate(b)).days / 2),
  addDays: (date, days) => localDate(date).add({ days }).toString(),
  inState: (party, state) => party.state === state,
};

export const claim: ExpressionInputs & { data: NonNullable<ExpressionInputs['data']> } = {
  data: {
    application: {
      amount: 120_000,
      incidentOn: '2026-01-05',
      summary: 'The roof leaks.',
      home: { street: '1 Elm Street', city: 'Victoria', unit: null },
      evidence: 'document-1',
      remedies: ['repair', 'refund'],
      kind: 'repair',
      rooms: 2.5,
      isDebt: false,
      against: 'sam',
    },
  },
  party: sam,
  parties: [ada, sam, lee],
  actor: { id: 'user-7', role: 'respondent', party: 'sam' },
  event: { type: 'FILE_RESPONSE', reason: 'Too late' },
  fees: { application: { charged: 7_500, paid: 7_500, waived: 0, outstanding: 0 } },
  offer: { open: true, accepted: false, expired: false, amount: 80_000, terms: 'Pay in May.' },
  bidding: { proposed: false, open: true, round: 2, bids: 1 },
  today: '2026-03-20',
  now: Temporal.Instant.from('2026-03-20T19:00:00Z'),
  form: { position: 'disagree' },
  functions,
};

/** The expression compiled; a problem fails the test with its sentence. */
export function compiled(source: string, expected: ExpectedResult = 'condition'): CompiledExpression {
  const expression = compileExpression(source, smallClaims, expected);
  if (Array.isArray(expression)) throw new Error(`${source}: ${expression.map(({ message }) => message).join(' ')}`);
  return expression;
}

/** What is wrong with the expression. */
export function problems(source: string, expected: ExpectedResult = 'condition'): ExpressionProblem[] {
  const expression = compileExpression(source, smallClaims, expected);
  return Array.isArray(expression) ? expression : [];
}

/** The value of the expression in Ada's case, or the code of the error. */
export function outcomeOf(
  source: string,
  expected: ExpectedResult = 'value',
  inputs: ExpressionInputs = claim,
): unknown {
  const evaluation = compiled(source, expected).evaluate(inputs);
  return evaluation.ok ? evaluation.value : { error: evaluation.error.code };
}

function person(facts: Partial<PartyInput>): PartyInput {
  return {
    id: 'somebody',
    role: 'respondent',
    name: 'Sam',
    side: 'respondent',
    served: false,
    responded: false,
    outsideProvince: false,
    ...facts,
  };
}

function localDate(day: string | Temporal.Instant): Temporal.PlainDate {
  return typeof day === 'string'
    ? Temporal.PlainDate.from(day)
    : day.toZonedDateTimeISO('America/Vancouver').toPlainDate();
}
