import { aServer } from './a-server.ts';
import { moveOver } from './http.ts';
import type { Measured } from './measure.ts';

/** A load on a tribunal of so many registries, and what the server spent on it. */
export interface Spread extends Measured {
  /** Of one core that the server's process was busy: 1 is one thread without a pause. */
  readonly busy: number;
  /** Commits that shared one transaction, on average: each transaction waits for the disk once. */
  readonly batch: number;
}

/**
 * The same acknowledged moves over HTTP, in cases that lie in so many registries alike. All registries of one program share
 * its thread, and each has a file and transactions of its own.
 */
export async function spreadOver(registries: number, concurrent: number, milliseconds: number): Promise<Spread> {
  const server = await aServer(registries);
  try {
    const before = await scrape(server.port);
    const started = performance.now();
    const measured = await moveOver(server, concurrent, milliseconds);
    const seconds = (performance.now() - started) / 1_000;
    const after = await scrape(server.port);
    const spent = (name: string) => after(name) - before(name);
    return {
      ...measured,
      busy: spent('process_cpu_seconds_total') / seconds,
      batch: spent('parley_commit_batch_size_sum') / spent('parley_commit_batch_size_count'),
    };
  } finally {
    await server.stop();
  }
}

async function scrape(port: number): Promise<(name: string) => number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return (name) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}
