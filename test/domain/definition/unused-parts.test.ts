import { describeRefusals } from './refusals.ts';

const text = (words: string) => ({ en: words, fr: words });

describeRefusals('what nothing uses is warned of', [
  ...(['forms', 'notices', 'documents', 'fees', 'guards', 'deadlines', 'partyCharts'] as const).map((part) => ({
    when: `one of the ${part} is used nowhere`,
    code: 'unused' as const,
    severity: 'warning' as const,
    at: `/${part}/spare`,
    change: { [`/${part}/spare`]: spareOf(part) },
    says: ['spare'],
  })),
]);

function spareOf(part: string): unknown {
  const spare: Record<string, unknown> = {
    forms: { title: text('Spare'), pages: [{ id: 'p', fields: [{ id: 'f', type: 'text', label: text('F') }] }] },
    notices: { to: ['applicant'], channels: ['portal'], template: 'notice', subject: text('S'), body: text('B') },
    documents: { template: 'letter', access: 'case' },
    fees: { amount: 1 },
    guards: 'true',
    deadlines: { count: 1, unit: 'weeks', why: text('W') },
    partyCharts: { initial: 'a', states: { a: { type: 'final' } } },
  };
  return spare[part];
}
