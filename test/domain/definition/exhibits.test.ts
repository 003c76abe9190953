import type { Changes } from './changed.ts';
import { describeRefusals } from './refusals.ts';

const text = (words: string) => ({ en: words, fr: words });
const form = (...fields: object[]) => ({ title: text('Evidence'), pages: [{ id: 'page', fields }] });
const file = { id: 'file', type: 'file', required: true, label: text('File') };
const which = { id: 'exhibit', type: 'text', required: true, label: text('Number') };
const TALKS = '/chart/states/live/states/talks/on';

/** The good definition, in which parties put things in evidence while they talk. */
const evidence: Changes = {
  '/forms/exhibit': form(file),
  '/forms/change': form(which, file),
  '/events/ADD': { title: text('Add'), by: ['applicant', 'respondent'], form: 'exhibit', exhibit: { do: 'add' } },
  '/events/CHANGE': { title: text('Change'), by: ['applicant'], form: 'change', exhibit: { do: 'replace' } },
  [`${TALKS}/ADD`]: { actions: [] },
  [`${TALKS}/CHANGE`]: { actions: [] },
};
const withEvidence = (changes: Changes): Changes => structuredClone({ ...evidence, ...changes });

/** Saying something else of it is an event of its own. */
const says: Changes = {
  '/forms/words': form(which, { id: 'description', type: 'text', label: text('What') }),
  '/events/SAY': { title: text('Say'), by: ['applicant'], form: 'words', exhibit: { do: 'describe' } },
  [`${TALKS}/SAY`]: { actions: [] },
};

const more = (setting: object = {}) => ({
  id: 'more',
  fields: [{ ...file, required: false, exhibit: true, ...setting }],
});

describeRefusals('evidence that nobody could put there, or read, is refused', [
  {
    when: 'an exhibit is added without a file',
    code: 'exhibit-form',
    at: '/events/ADD/form',
    change: withEvidence({ '/forms/exhibit': form({ ...file, required: false }) }),
    says: ['ADD', 'file'],
    allows: withEvidence({}),
  },
  {
    when: 'an exhibit is replaced, and nobody says which',
    code: 'exhibit-form',
    at: '/events/CHANGE/form',
    change: withEvidence({ '/forms/change': form(file) }),
    says: ['exhibit'],
  },
  {
    when: 'an exhibit is described, and nothing is asked that could be said of it',
    code: 'exhibit-form',
    at: '/events/SAY/form',
    change: withEvidence({ ...says, '/forms/words': form(which) }),
    says: ['SAY', 'description', 'on'],
    allows: withEvidence(says),
  },
  {
    when: 'the registry adds an exhibit, and nobody says whose',
    code: 'exhibit-without-party',
    at: '/events/ADD/by',
    change: withEvidence({ '/events/ADD/by': ['applicant', 'respondent', 'registrar'] }),
    says: ['registrar', 'scope'],
  },
  {
    when: 'evidence is without prejudice',
    code: 'exhibit-hidden',
    at: '/events/ADD',
    change: withEvidence({ '/events/ADD/privileged': true }),
  },
  {
    when: 'an offer puts its files in evidence',
    code: 'exhibit-hidden',
    at: '/events/MAKE_OFFER',
    change: { '/forms/offer/pages/1': more() },
  },
  {
    when: 'a file in evidence is for the tribunal alone',
    code: 'exhibit-hidden',
    at: '/forms/response/pages/1/fields/0/exhibit',
    change: { '/forms/response/pages/1': more({ access: 'tribunal' }) },
    allows: { '/forms/response/pages/1': more() },
  },
  {
    when: 'what is no file is put in evidence',
    code: 'setting-without-meaning',
    severity: 'warning',
    at: '/forms/response/pages/0/fields/0/exhibit',
    change: { '/forms/response/pages/0/fields/0/exhibit': true },
  },
  {
    when: 'an added exhibit stays readable, which only what is withdrawn can',
    code: 'setting-without-meaning',
    severity: 'warning',
    at: '/events/ADD/exhibit/staysReadable',
    change: withEvidence({ '/events/ADD/exhibit': { do: 'add', staysReadable: true } }),
  },
  {
    when: 'exhibits of two roles would have one number',
    code: 'mark-twice',
    at: '/roles/respondent',
    change: withEvidence({ '/roles/respondent/mark': 'A' }),
    says: ['A-1'],
    allows: withEvidence({ '/roles/respondent/mark': 'RES' }),
  },
  {
    when: 'an exhibit is replaced where nothing puts any in evidence',
    code: 'event-nobody-can-do',
    at: '/events/CHANGE/exhibit',
    change: withEvidence({ '/events/ADD': undefined, [`${TALKS}/ADD`]: undefined, '/forms/exhibit': undefined }),
    says: ['CHANGE'],
  },
  {
    when: 'a guard reads what was said of an exhibit, which is kept with it',
    code: 'never-stored',
    at: '/guards/withinLimit',
    change: withEvidence({ '/guards/withinLimit': "data.exhibit.file.exists(f, f == 'x')" }),
    says: ['ADD'],
  },
]);
