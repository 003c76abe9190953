import { LISTS } from './shown/lists.tsx';
import { NOTES } from './shown/notes.tsx';
import { QUESTIONS } from './shown/questions.tsx';
import type { Shown } from './shown/shown.tsx';
import { WAYS_ON } from './shown/ways-on.tsx';

/** Our components by the names of govuk-frontend's, in the order of the alphabet. */
export const SHOWN: readonly (readonly [string, Shown])[] = Object.entries({
  ...QUESTIONS,
  ...WAYS_ON,
  ...NOTES,
  ...LISTS,
}).sort(([a], [b]) => (a < b ? -1 : 1));
