import { DurableObject } from 'cloudflare:workers';

/** Holds what a test puts into it. */
export class EmptyObject extends DurableObject<object> {}

// workerd wants a Worker in front.
export default { fetch: () => new Response() };
