/**
 * The known name that a misspelt one most likely means, or undefined when none is near.
 *
 * @example closestName('amont', ['amount', 'position']) // 'amount'
 */
export function closestName(written: string, known: Iterable<string>): string | undefined {
  const allowed = Math.max(1, Math.floor(written.length / 3));
  const word = written.toLowerCase();
  let closest: string | undefined;
  let least = allowed + 1;
  let compared = 0;
  for (const name of known) {
    if (Math.abs(name.length - written.length) > allowed) continue;
    const distance = editDistance(word, name.toLowerCase(), least);
    if (distance < least) [closest, least] = [name, distance];
    compared += word.length * name.length;
    if (compared > MOST_COMPARED) break;
  }
  return closest;
}

/** Pairs of letters, of one word and of all names: some 150 names of twenty letters. Hostile definitions have thousands. */
const MOST_COMPARED = 60_000;

/** Letters to insert, remove, change or swap with their neighbour to make one word of the other; `tooMany` or more is given up. */
function editDistance(a: string, b: string, tooMany: number): number {
  let before = new Uint16Array(b.length + 1);
  let previous = Uint16Array.from({ length: b.length + 1 }, (_, column) => column);
  let current = new Uint16Array(b.length + 1);
  for (let row = 1; row <= a.length; row += 1) {
    const letter = a.charCodeAt(row - 1);
    let least = row;
    current[0] = row;
    for (let column = 1; column <= b.length; column += 1) {
      const other = b.charCodeAt(column - 1);
      const isSwapped = letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other;
      const distance = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (letter === other ? 0 : 1),
        isSwapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      current[column] = distance;
      if (distance < least) least = distance;
    }
    // Never less again: a swap reaches back two rows, but costs one more than where it began.
    if (least >= tooMany) return tooMany;
    [before, previous, current] = [previous, current, before];
  }
  return at(previous, b.length);
}

function at(row: Uint16Array, column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
