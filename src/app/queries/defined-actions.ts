import type { CaseFile } from '../../domain/case-file.ts';
import { formJsonSchema } from '../../domain/forms/form-json-schema.ts';
import { environmentOf, outstanding } from '../../domain/process/environment.ts';
import { feeAmount } from '../../domain/process/fee-amount.ts';
import type { Process } from '../../domain/process/process.ts';
import { textIn } from '../../domain/text-in.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { deadlineView } from '../case-view.ts';
import type { ActionView, FeeView } from './action-view.ts';
import { deadlineOfAction } from './deadline-of-action.ts';
import { type Attempt, triedEvents } from './tried-events.ts';

type User = Extract<Viewer, { kind: 'user' }>;

/** What the definition lets the viewer do in a case as it stands. */
export function definedActions(
  process: Process,
  theCase: CaseFile,
  viewer: User,
  at: string,
  language: string,
): ActionView[] {
  return triedEvents(process, theCase, viewer, at)
    .filter(({ refusal }) => refusal === undefined)
    .map((attempt) => actionView(process, theCase, attempt, language));
}

function actionView(process: Process, theCase: CaseFile, attempt: Attempt, language: string): ActionView {
  const { definition } = process;
  const { type, rule, party } = attempt;
  const fee = rule.fee ? feeOf(process, theCase, attempt, rule.fee) : undefined;
  const owed = rule.pays && !rule.fee ? owedOf(process, theCase, rule.pays) : undefined;
  const deadline = deadlineOfAction(process, theCase, attempt);
  const form = rule.form ? definition.forms[rule.form] : undefined;
  return {
    event: type,
    title: textIn(rule.title, language) || type,
    ...(rule.hint ? { hint: textIn(rule.hint, language) } : {}),
    scope: rule.scope,
    ...(rule.scope === 'party' && party ? { party } : {}),
    form: formJsonSchema(
      form,
      language,
      theCase.parties.map(({ id }) => id),
    ),
    ...(fee ? { fee } : {}),
    ...(owed ? { owed } : {}),
    ...(rule.confirm ? { confirm: textIn(rule.confirm, language) } : {}),
    ...(rule.stepUp ? { stepUp: true } : {}),
    ...(rule.exhibit ? { exhibit: rule.exhibit.do } : {}),
    ...(deadline ? { deadline: deadlineView(deadline, language) } : {}),
  };
}

function feeOf(process: Process, theCase: CaseFile, { actor, party, at, type }: Attempt, name: string): FeeView {
  const seen = environmentOf(theCase, { at, actor, party, event: { type } });
  const bands = process.definition.fees[name]?.amountWhen;
  return {
    name,
    amount: feeAmount(process, name, seen),
    currency: process.definition.currency,
    ...(bands ? { bands } : {}),
  };
}

function owedOf({ definition }: Process, { fees }: CaseFile, name: string): ActionView['owed'] {
  const ledger = fees[name];
  const amount = ledger ? outstanding(ledger) : 0;
  return amount > 0 ? { name, amount, currency: definition.currency } : undefined;
}
