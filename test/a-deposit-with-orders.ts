import type { Action } from '../src/domain/definition/action-schema.ts';
import type { DefinitionInput } from '../src/domain/definition/schema.ts';
import { depositDispute } from './a-deposit-dispute.ts';

const decides: readonly Action[] = [
  { type: 'decide', decision: 'final', document: 'decision' },
  { type: 'order', order: 'final', document: 'decision' },
  { type: 'publish' },
  { type: 'outcome', outcome: 'decision' },
];

/** The deposit dispute in a tribunal where a decision can be corrected, cancelled, and followed before the case is closed. */
export function depositWithOrders(): DefinitionInput {
  const { events, chart } = depositDispute;
  const title = (en: string, fr: string) => ({ en, fr });
  return {
    ...depositDispute,
    events: {
      ...events,
      CORRECT: { title: title('Correct', 'Corriger'), by: ['member'], form: 'decision' },
      CANCEL: { title: title('Cancel', 'Annuler'), by: ['member'] },
      FOLLOWED: { title: title('Order followed', 'Ordonnance suivie'), by: ['applicant'] },
    },
    chart: {
      ...chart,
      states: {
        ...chart.states,
        adjudication: {
          ...chart.states?.adjudication,
          on: { DECIDE: { target: 'ordered', actions: [...decides] } },
        },
        ordered: {
          meta: { stage: 'adjudication' },
          on: {
            CORRECT: { actions: decides.map((one) => (one.type === 'order' ? { ...one, replaces: true } : one)) },
            CANCEL: { target: 'adjudication', actions: [{ type: 'standing', standing: 'cancelled' }] },
            FOLLOWED: { target: '#closed', actions: [{ type: 'standing', standing: 'satisfied' }] },
          },
        },
      },
    },
  };
}
