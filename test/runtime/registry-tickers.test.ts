import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { nodeIds } from '../../src/runtime/node-ids.ts';
import { createMeters } from '../../src/runtime/server/meters.ts';
import { registryTickers } from '../../src/runtime/server/registry-tickers.ts';
import { aRegistry } from '../store/a-registry.ts';

it('a registry forgets what has expired, though nobody asks it to, and comes to rest', async () => {
  const { registry } = aRegistry();
  await registry.commit((tx) =>
    tx.rememberIdempotent('ada', 'old', { requestHash: '', status: 200, body: '{}', at: '2020-01-01T00:00:00.000Z' }),
  );
  let commits = 0;
  const clock = { now: () => new Date().toISOString() };
  const counted: typeof registry = {
    ...registry,
    commit(work) {
      commits += 1;
      for (const ticker of tickers) ticker.wake();
      return registry.commit(work);
    },
  };
  const ports = { registry: counted, clock, wallClock: clock, ids: nodeIds } as never;
  const tickers = registryTickers({
    ports,
    effects: {} as never,
    meters: createMeters(),
    logger: pino({ enabled: false }),
  });
  for (const ticker of tickers) ticker.start();
  await vi.waitFor(async () => expect(await registry.commit((tx) => tx.idempotent('ada', 'old'))).toBeUndefined());
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = commits;
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (const ticker of tickers) await ticker.stop();
  expect(commits - before).toBe(0);
});
