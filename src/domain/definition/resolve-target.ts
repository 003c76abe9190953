/** Where a target is looked for from: a state among others. */
interface Place<T> {
  readonly key: string;
  readonly parent: T | undefined;
  readonly children: readonly T[];
}

/**
 * The state that a target names, by XState's rules: `#id` or `#id.child` from anywhere, `.child` inside the source,
 * otherwise a sibling and the path below it. Undefined when there is none.
 */
export function resolveTarget<T extends Place<T>>(
  source: T,
  target: string,
  byId: ReadonlyMap<string, T>,
): T | undefined {
  if (target.startsWith('#')) {
    const [id = '', ...path] = target.slice(1).split('.');
    return descend(byId.get(id), path);
  }
  if (target.startsWith('.')) return descend(source, target.slice(1).split('.'));
  return descend(source.parent, target.split('.'));
}

function descend<T extends Place<T>>(from: T | undefined, path: readonly string[]): T | undefined {
  let state = from;
  for (const key of path) state = state?.children.find((child) => child.key === key);
  return state;
}
