import type { AuthPorts } from '../../app/auth/auth-ports.ts';
import { viewerFor } from '../../app/auth/viewer-for.ts';
import type { WebPorts } from '../../web/web-ports.ts';

type HolderOf = NonNullable<WebPorts['holderOf']>;

interface Waiting {
  readonly token: string;
  readonly resolve: (holder: ReturnType<HolderOf>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Finds out who holds the tokens of requests that arrived together in one read: to take the lock of the database and to
 * look for what others wrote costs as much as the look-up itself.
 */
export function holdersTogether(ports: AuthPorts): HolderOf {
  let waiting: Waiting[] = [];
  return (token) =>
    new Promise((resolve, reject) => {
      waiting.push({ token, resolve, reject });
      if (waiting.length === 1) setImmediate(lookUp);
    });

  function lookUp(): void {
    const together = waiting;
    waiting = [];
    try {
      ports.registry.read(() => {
        for (const { token, resolve } of together) resolve(viewerFor(ports, token));
      });
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }
}
