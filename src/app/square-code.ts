import { encode } from 'uqr';

/** Dark cells side by side in a row: the first, counted from the left, and how many. */
export type DarkRun = readonly [from: number, length: number];

/** A square (QR) code, without the quiet margin of four cells that has to be left around it. */
export interface SquareCode {
  /** Cells to a side. */
  readonly size: number;
  /** From the top; a row may have none. */
  readonly rows: readonly (readonly DarkRun[])[];
}

/**
 * A text, such as an address, as a square code that stays readable with 15 % of it damaged. The same text always gives the
 * same code.
 *
 * @example squareCode('https://t.example/n').rows[0] // [[0, 7], [8, 1], …]
 */
export function squareCode(text: string): SquareCode {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  return { size, rows: data.map(darkRuns) };
}

function darkRuns(row: readonly boolean[]): DarkRun[] {
  const runs: DarkRun[] = [];
  let length = 0;
  for (let at = 0; at <= row.length; at += 1) {
    if (row[at]) length += 1;
    else if (length > 0) {
      runs.push([at - length, length]);
      length = 0;
    }
  }
  return runs;
}
