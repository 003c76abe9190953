import type { StateView } from './chart-view.ts';

/**
 * The state that a target names, by XState's rules: `#id` or `#id.child` from anywhere, `.child` inside the source,
 * otherwise a sibling and the path below it. Undefined when there is none.
 */
export function resolveTarget(
  source: StateView,
  target: string,
  byId: ReadonlyMap<string, StateView>,
): StateView | undefined {
  if (target.startsWith('#')) {
    const [id = '', ...path] = target.slice(1).split('.');
    return descend(byId.get(id), path);
  }
  if (target.startsWith('.')) return descend(source, target.slice(1).split('.'));
  return descend(source.parent, target.split('.'));
}

function descend(from: StateView | undefined, path: readonly string[]): StateView | undefined {
  let state = from;
  for (const key of path) state = state?.children.find((child) => child.key === key);
  return state;
}
