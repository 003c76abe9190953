import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTicker, type TickerJob } from '../../src/runtime/server/ticker.ts';

/** A ticker with things to do at instants, as milliseconds from now. */
function aTicker(dueInMs: number[], work?: () => Promise<number>) {
  const startedAt = Date.now();
  const due = dueInMs.map((ms) => startedAt + ms);
  const done: number[] = [];
  const errors: unknown[] = [];
  const job: TickerJob = {
    now: () => new Date().toISOString(),
    nextAt: () => (due.length > 0 ? new Date(Math.min(...due)).toISOString() : undefined),
    report: (error) => errors.push(error),
    async work() {
      const ready = due.filter((at) => at <= Date.now());
      for (const at of ready) {
        due.splice(due.indexOf(at), 1);
        done.push(Date.now() - startedAt);
      }
      return work ? work() : ready.length;
    },
  };
  const ticker = createTicker(job);
  onTestFinished(() => ticker.stop());
  return { ticker, due, done, errors };
}

describe('the ticker', () => {
  it('does at once what is due, and the next thing when its time comes', async () => {
    const { ticker, done } = aTicker([0, 1_100]);
    ticker.start();
    await pause(300);
    expect(done).toHaveLength(1);
    await pause(1_200);
    expect(done).toHaveLength(2);
    expect(done[1]).toBeLessThan(1_500);
  });

  it('looks again soon after it is woken', async () => {
    const { ticker, due, done } = aTicker([]);
    ticker.start();
    await pause(50);
    due.push(Date.now());
    ticker.wake();
    await pause(100);
    expect(done).toHaveLength(1);
  });

  it('goes on after a failure, and reports it', async () => {
    let tries = 0;
    const { ticker, errors } = aTicker([], async () => {
      tries += 1;
      if (tries === 1) throw new Error('the disk is full');
      return 0;
    });
    ticker.start();
    await pause(100);
    ticker.wake();
    await pause(100);
    expect(errors).toEqual([new Error('the disk is full')]);
    expect(tries).toBe(2);
  });

  it('does not spin on what stays due', async () => {
    let looks = 0;
    const past = new Date(Date.now() - 60_000).toISOString();
    const ticker = createTicker({
      now: () => new Date().toISOString(),
      nextAt: () => past,
      report: () => {},
      async work() {
        looks += 1;
        return 0;
      },
    });
    onTestFinished(() => ticker.stop());
    ticker.start();
    await pause(300);
    expect(looks).toBe(1);
  });

  it('ends after what is under way', async () => {
    let ended = false;
    const { ticker } = aTicker([], async () => {
      await pause(150);
      ended = true;
      return 0;
    });
    ticker.start();
    await pause(30);
    await ticker.stop();
    expect(ended).toBe(true);
  });
});
