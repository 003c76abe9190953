import { problem } from '../problems/problem.ts';
import type { Check } from './checked.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** Refuses a key that cannot be kept. It is not ignored: whoever sends one relies on it. */
export const idempotencyKey: Check = (c) => {
  const key = c.req.header('idempotency-key');
  if (key === undefined || KEY.test(key)) return undefined;
  const message = 'Give 1 to 200 visible ASCII characters.';
  return problem(c, 'InvalidParameter', { errors: [{ path: 'Idempotency-Key', message }] });
};
