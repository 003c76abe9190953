/** Names that reach into JavaScript's own objects: refused wherever an expression could write one, and never in a scope. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
