/** Where everything in a JSON document stands. */
export function pointersOf(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  const inside = Object.entries(value).flatMap(([key, one]) =>
    pointersOf(one, `${pointer}/${key.replaceAll('/', '~1')}`),
  );
  return pointer === '' ? inside : [pointer, ...inside];
}

/** What stands there. */
export function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce((at, step) => (at as Record<string, unknown>)[step], value);
}
