import type { DefinitionInput } from '../../src/domain/definition/schema.ts';

const text = (en: string, fr: string = en) => ({ en, fr });

/**
 * A case into which up to twenty people write, as often as they like: nothing but entries in order. What is announced
 * also goes to everyone else by mail.
 */
export const diary: DefinitionInput = {
  format: 1,
  id: 'diary',
  title: text('Diary', 'Journal'),
  languages: ['en', 'fr'],
  calendar: 'ca-bc',
  reference: 'D',
  stages: [{ id: 'talk', title: text('Talk') }],
  roles: {
    applicant: { kind: 'party', min: 1, max: 20 },
    registrar: { kind: 'tribunal', shared: true },
  },
  forms: {
    entry: {
      title: text('Entry'),
      pages: [{ id: 'one', fields: [{ id: 'message', type: 'longtext', required: true }] }],
    },
  },
  events: {
    WRITE: { title: text('Write'), by: ['applicant'], form: 'entry', message: 'case' },
    ANNOUNCE: { title: text('Announce'), by: ['applicant'], form: 'entry', message: 'case' },
  },
  notices: {
    announcement: {
      to: ['applicant'],
      channels: ['portal', 'email'],
      template: 'notice',
      subject: text('Announced: {{event.message}}'),
      body: text('{{event.message}}'),
    },
  },
  chart: {
    initial: 'open',
    meta: { stage: 'talk' },
    states: { open: { on: { WRITE: {}, ANNOUNCE: { actions: [{ type: 'notify', notice: 'announcement' }] } } } },
  },
};
