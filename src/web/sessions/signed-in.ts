import { problem } from '../problems/problem.ts';
import type { Check } from '../requests/checked.ts';

/** Only for who is signed in. Asked before anything is looked up: the answer says nothing about what there is. */
export const signedIn: Check = (c) => (c.get('viewer').kind === 'user' ? undefined : problem(c, 'NotSignedIn'));
