import type { Guard } from '../chart-schema.ts';

/** Every name in a guard, its combinations flattened. */
export function namesInGuard(guard: Guard): string[] {
  if (typeof guard === 'string') return [guard];
  if ('not' in guard) return namesInGuard(guard.not);
  return ('all' in guard ? guard.all : guard.any).flatMap(namesInGuard);
}
