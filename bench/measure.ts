/** What one run gave. Rates are a second; times are milliseconds. */
export interface Measured {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs `act` over and over from `concurrent` loops for so long, and takes the time of each. */
export async function measure(
  concurrent: number,
  milliseconds: number,
  act: (turn: number) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  const until = performance.now() + milliseconds;
  let turn = 0;
  const loop = async () => {
    while (performance.now() < until) {
      const started = performance.now();
      await act(turn++);
      times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrent }, loop));
  return summary(times, performance.now() - started);
}

export function summary(times: number[], elapsed: number): Measured {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { rate: (times.length / elapsed) * 1_000, p50: at(0.5), p99: at(0.99) };
}

/** The middle one of several runs, by rate. */
export function median(runs: readonly Measured[]): Measured {
  const sorted = [...runs].sort((a, b) => a.rate - b.rate);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('nothing was measured');
  return middle;
}
