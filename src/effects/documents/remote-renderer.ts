import type { DocumentModel } from './document-model.ts';

/** Where the render service listens, and what opens it. */
export interface RenderService {
  readonly url: string;
  readonly secret: string;
}

/** A document takes 12 ms; a service that is asked for many at once needs longer. */
const TIMEOUT_MS = 30_000;
const MAX_REASON_LENGTH = 300;

/**
 * Has documents set by a render service, where Typst cannot run. The same model gives the same bytes as here.
 *
 * @throws when the service cannot be reached or refuses: the effect is tried again
 */
export function remoteRenderer({ url, secret }: RenderService): (model: DocumentModel) => Promise<Uint8Array> {
  return async (model) => {
    const response = await fetch(new URL('/documents', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(model),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    const reason = (await response.text()).slice(0, MAX_REASON_LENGTH);
    throw new Error(`the render service answered ${response.status}: ${reason}`);
  };
}
