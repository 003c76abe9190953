import { onTestFinished } from 'vitest';
import { openPostOffice, type Script } from '../../effects/post-office.ts';

/** A mail server on the loopback, open as long as the test runs. */
export async function aPostOffice(script?: Script) {
  const office = await openPostOffice(script);
  onTestFinished(() => office.close());
  return office;
}
