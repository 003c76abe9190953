import type { Check } from './checked.ts';
import { problem } from './problem.ts';

/** Only for who is signed in. Asked before anything is looked up: the answer says nothing about what there is. */
export const signedIn: Check = (c) => (c.get('viewer').kind === 'user' ? undefined : problem(c, 'NotSignedIn'));
