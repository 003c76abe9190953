import { DIRECTORY_SETTING } from './directory.ts';

/** Settings of the home registry of which every other one has a copy. */
export const SHARED_SETTINGS: readonly string[] = ['calendars', 'tribunals', DIRECTORY_SETTING];
