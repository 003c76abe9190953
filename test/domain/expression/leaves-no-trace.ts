import { afterEach, expect } from 'vitest';

/** Fails the tests of a file after which something shared by the whole program is not as it was. */
export function leavesNoTrace(): void {
  const before = globalsAsTheyAre();
  afterEach(() => {
    expect(globalsAsTheyAre()).toEqual(before);
  });
}

function globalsAsTheyAre(): unknown {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype, Error.prototype].map(
    (shared) => Reflect.ownKeys(shared),
  );
}
