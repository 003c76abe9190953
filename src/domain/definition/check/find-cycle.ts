/** Nodes of one cycle in a graph, in order; undefined when it has none. Without recursion: graphs may be long chains. */
export function findCycle<T>(nodes: Iterable<T>, nextOf: (node: T) => readonly T[]): T[] | undefined {
  const finished = new Set<T>();
  for (const start of nodes) {
    if (finished.has(start)) continue;
    const path: { readonly node: T; readonly next: readonly T[]; at: number }[] = [];
    const onPath = new Set<T>();
    const enter = (node: T) => {
      path.push({ node, next: nextOf(node), at: 0 });
      onPath.add(node);
    };
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.next[top.at];
      top.at += 1;
      if (next === undefined) {
        finished.add(top.node);
        onPath.delete(top.node);
        path.pop();
      } else if (onPath.has(next)) {
        return path.map(({ node }) => node).slice(path.findIndex(({ node }) => node === next));
      } else if (!finished.has(next)) enter(next);
    }
  }
  return undefined;
}
