import type { DurableObjectNamespace, R2Bucket } from '@cloudflare/workers-types';

/** The bindings of wrangler.toml, beside the variables and secrets that `readWorkerSettings` reads. */
export interface WorkerEnvironment {
  readonly REGISTRIES: DurableObjectNamespace;
  readonly FILES: R2Bucket;
  readonly [variable: string]: unknown;
}
