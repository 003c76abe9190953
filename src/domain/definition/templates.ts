/** The looks that a notice can have; each is a component in `templates/`. */
export const NOTICE_TEMPLATES = [
  'notice',
  'dispute-notice',
  'deadline-reminder',
  'consent-order',
  'decision',
  'sign-in-code',
] as const;

/** The looks that a document can have. */
export const DOCUMENT_TEMPLATES = [
  'dispute-notice',
  'default-decision',
  'consent-order',
  'decision',
  'settlement-agreement',
  'letter',
] as const;

/** The calendars that ship with the engine, `calendars/<id>.json`; a tribunal may have others of its own. */
export const SHIPPED_CALENDARS = ['ca-bc', 'ca-on', 'ca-nl', 'gb-eaw', 'nz', 'it'] as const;
