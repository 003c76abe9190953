import type { CompiledExpression } from './compile-expression.ts';

/** A guard of a chart with its names looked up: one condition, or several together. */
export type Guard =
  | CompiledExpression
  | { readonly all: readonly Guard[] }
  | { readonly any: readonly Guard[] }
  | { readonly not: Guard };
