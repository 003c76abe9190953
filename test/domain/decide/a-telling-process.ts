import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { changed } from './a-play.ts';

/** A process in which TELL sends a notice with this text, and files a paper with these sections. */
export function aTellingProcess(text: string, more: Partial<DefinitionInput> = {}): DefinitionInput {
  return changed(({ forms, events, notices, documents, chart }) => ({
    forms: { ...forms, everything },
    events: {
      ...events,
      TELL: { by: ['applicant'], form: 'everything' },
      TELL_OF: { by: ['applicant'], scope: 'party' as const, of: ['respondent'], form: 'everything' },
    },
    notices: {
      ...notices,
      told: {
        to: ['applicant', 'respondent'],
        channels: ['portal'],
        template: 'notice',
        subject: both('Told'),
        body: both(text),
        attach: ['paper'],
      },
    },
    documents: {
      ...documents,
      paper: {
        template: 'plain',
        access: 'case',
        sections: [
          { heading: both('On {{case.reference}}'), text: both('One.\n\nTwo {{tribunal.name}}.') },
          { form: 'everything' },
          { text: both(text) },
        ],
      },
    },
    chart: {
      ...chart,
      on: {
        ...chart.on,
        TELL: {
          actions: [
            { type: 'generate', document: 'paper' },
            { type: 'notify', notice: 'told' },
          ],
        },
      },
    },
    ...more,
  }));
}

/** The same words in both languages. */
export const both = (text: string) => ({ en: text, fr: text });

const everything = {
  title: both('Everything'),
  pages: [
    {
      id: 'p',
      fields: [
        { id: 'amount', type: 'money' as const },
        { id: 'day', type: 'date' as const },
        { id: 'sure', type: 'yesno' as const },
        { id: 'colour', type: 'choice' as const, options: [{ value: 'red', label: { en: 'Red', fr: 'Rouge' } }] },
        {
          id: 'tools',
          type: 'choices' as const,
          options: [
            { value: 'saw', label: { en: 'A saw', fr: 'Une scie' } },
            { value: 'axe', label: { en: 'An axe', fr: 'Une hache' } },
          ],
        },
        { id: 'home', type: 'address' as const },
        { id: 'papers', type: 'file' as const, maxFiles: 3 },
        { id: 'against', type: 'party' as const },
        { id: 'count', type: 'number' as const },
        { id: 'bank', type: 'text' as const, access: 'sealed' as const },
        { id: 'note', type: 'text' as const, privileged: true },
        { id: 'inside', type: 'text' as const, access: 'tribunal' as const },
      ],
    },
  ],
};

/** What the applicant answers to each question of it. */
export const answers = {
  amount: 123_456,
  day: '2026-03-01',
  sure: true,
  colour: 'red',
  tools: ['saw', 'axe'],
  home: { line1: '1 Main Street', city: 'Victoria' },
  papers: ['a', 'b'],
  against: 'respondent-1',
  count: 3,
  bank: '001-42',
  note: 'between us',
  inside: 'staff only',
};
