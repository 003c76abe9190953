import type { ChartNode } from '../src/domain/definition/chart-schema.ts';
import type { DefinitionInput } from '../src/domain/definition/schema.ts';

const both = (en: string, fr: string) => ({ en, fr });
const by = ['applicant', 'respondent', 'representative'];
const description = { id: 'description', type: 'text' as const, maxLength: 300 };
const on = { id: 'on', type: 'date' as const };
const exhibit = { id: 'exhibit', type: 'text' as const, required: true };
const file = (maxFiles?: number) => ({
  id: 'file',
  type: 'file' as const,
  required: true,
  ...(maxFiles ? { maxFiles } : {}),
});
const form = (...fields: object[]) =>
  ({ title: both('Evidence', 'Preuve'), pages: [{ id: 'page', fields }] }) as NonNullable<
    DefinitionInput['forms']
  >[string];

/** The deposit dispute, in which parties put things in evidence while they negotiate. */
export function withEvidence<D extends DefinitionInput>(definition: D, withdraw: object = {}): D {
  const { events, forms } = definition;
  const chart = definition.chart as ChartNode;
  const respondent = definition.partyCharts?.respondent as ChartNode | undefined;
  const negotiation = chart.states?.negotiation;
  return {
    ...definition,
    forms: {
      ...forms,
      exhibit: form(file(3), description, on),
      change: form(exhibit, file(), description, on),
      words: form(exhibit, description, on),
      withdrawal: form(exhibit, { id: 'reason', type: 'text' }),
    },
    events: {
      ...events,
      ADD_EVIDENCE: {
        title: both('Add evidence', 'Ajouter des preuves'),
        by,
        form: 'exhibit',
        exhibit: { do: 'add' },
        otherwise: both('Evidence is closed.', 'Il est trop tard pour des preuves.'),
      },
      ADD_PAPER_EVIDENCE: {
        title: both('Add evidence on paper', 'Ajouter du papier'),
        by: ['registrar'],
        scope: 'party',
        of: ['applicant', 'respondent'],
        form: 'exhibit',
        exhibit: { do: 'add' },
        when: "stage == 'negotiation'",
        otherwise: both('Not now.', 'Pas maintenant.'),
      },
      REPLACE_EVIDENCE: { title: both('Replace', 'Remplacer'), by, form: 'change', exhibit: { do: 'replace' } },
      DESCRIBE_EVIDENCE: { title: both('Describe', 'Décrire'), by, form: 'words', exhibit: { do: 'describe' } },
      WITHDRAW_EVIDENCE: {
        title: both('Withdraw', 'Retirer'),
        by,
        form: 'withdrawal',
        exhibit: { do: 'withdraw', ...withdraw },
      },
    },
    partyCharts: {
      ...definition.partyCharts,
      // Whoever has answered can still be sent for.
      respondent: {
        ...respondent,
        states: { ...respondent?.states, responded: { on: { ADD_PAPER_EVIDENCE: {} } } },
      } as ChartNode,
    },
    chart: {
      ...chart,
      states: {
        ...chart.states,
        negotiation: {
          ...negotiation,
          on: {
            ...negotiation?.on,
            ADD_EVIDENCE: {},
            REPLACE_EVIDENCE: {},
            DESCRIBE_EVIDENCE: {},
            WITHDRAW_EVIDENCE: {},
          },
        },
      },
    },
  };
}
