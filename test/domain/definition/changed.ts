/** What to write where, by JSON pointer; undefined takes it out. */
export type Changes = Readonly<Record<string, unknown>>;

type Tree = Record<string, unknown>;

/** A copy of a definition with some places of it written anew. Pointers name keys as they are; `~1` stands for a slash. */
export function changed(definition: unknown, changes: Changes): unknown {
  const copy = structuredClone(definition) as Tree;
  for (const [pointer, value] of Object.entries(changes)) write(copy, pointer, value);
  return copy;
}

function write(tree: Tree, pointer: string, value: unknown): void {
  const steps = pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop() as string;
  let at = tree;
  for (const step of steps) {
    at[step] ??= {};
    at = at[step] as Tree;
  }
  if (value !== undefined) at[last] = value;
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete at[last];
}
