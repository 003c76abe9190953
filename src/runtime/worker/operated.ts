import type { DurableObjectStorage } from '@cloudflare/workers-types';
import type { BlobStore } from '../../app/ports/blobs.ts';
import type { RunningRegistry } from './run-registry.ts';

/** What an operator's requests work on. */
export interface Operated {
  readonly storage: DurableObjectStorage;
  /** The registry's name. */
  readonly registry: string;
  readonly files: BlobStore;
  /** @throws while the registry cannot serve */
  running(): Promise<RunningRegistry>;
  /** Forgets what was read: the registry is another one now. */
  reopen(): void;
  /** Ends the object once this request is answered; the next who asks finds it anew. */
  restart(): void;
}
