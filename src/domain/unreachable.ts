/** Makes the compiler check that a union is exhausted; at run time it names the case that nobody thought of. */
export function unreachable(value: never): never {
  throw new Error(`Nothing handles ${JSON.stringify(value)}; add a case for it where this was thrown`);
}
