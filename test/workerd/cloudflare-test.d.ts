/** What we use of the module that `@cloudflare/vitest-plugin` gives to tests inside workerd. */
declare module 'cloudflare:test' {
  import type { DurableObjectNamespace, DurableObjectState, DurableObjectStub } from '@cloudflare/workers-types';

  export const env: { readonly OBJECTS: DurableObjectNamespace };
  /** Runs something inside an object, with its storage. */
  export function runInDurableObject<R>(
    stub: DurableObjectStub,
    work: (instance: unknown, state: DurableObjectState) => R | Promise<R>,
  ): Promise<R>;
}
