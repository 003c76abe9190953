import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTicker, type TickerJob } from '../../src/runtime/server/ticker.ts';

interface Given {
  /** Milliseconds from now at which something is due. */
  readonly due?: number[];
  /** How fast its clock goes, where that is not as fast as the timers. */
  readonly clockRate?: number;
  readonly work?: () => Promise<number>;
}

/** A ticker, when it did each thing that was due, and when it looked, in milliseconds from now. */
function aTicker({ due = [], clockRate = 1, work }: Given) {
  const done: number[] = [];
  const looks: number[] = [];
  const errors: unknown[] = [];
  const startedAt = Date.now();
  const elapsed = () => Date.now() - startedAt;
  const clock = () => Math.floor(elapsed() * clockRate);
  const instant = (ms: number) => new Date(startedAt + ms).toISOString();
  const job: TickerJob = {
    now: () => instant(clock()),
    nextAt: () => (due.length > 0 ? instant(Math.min(...due)) : undefined),
    report: (error) => errors.push(error),
    async work() {
      looks.push(elapsed());
      if (work) return work();
      const ready = due.filter((at) => at <= clock());
      for (const at of ready) {
        due.splice(due.indexOf(at), 1);
        done.push(elapsed());
      }
      return ready.length;
    },
  };
  return { ticker: createTicker(job), due, done, looks, errors };
}

const elapse = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the ticker', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('does at once what is due, and the next thing when its time comes', async () => {
    const { ticker, done } = aTicker({ due: [0, 1_100] });
    ticker.start();
    await elapse(300);
    expect(done).toEqual([0]);
    await elapse(1_200);
    expect(done).toEqual([0, 1_100]);
  });

  it('waits no second for what its timer was a millisecond early for', async () => {
    const { ticker, done } = aTicker({ due: [5_000], clockRate: 0.9999 });
    ticker.start();
    await elapse(5_010);
    expect(done).toEqual([5_001]);
  });

  it('looks every half minute, whatever is due when, for the clock may be set', async () => {
    const { ticker, due, done, looks } = aTicker({ due: [90_000_000] });
    ticker.start();
    await elapse(29_999);
    due.push(0);
    expect(looks).toEqual([0]);
    await elapse(1);
    expect(done).toEqual([30_000]);
  });

  it('looks again soon after it is woken, once for many', async () => {
    const { ticker, due, done, looks } = aTicker({});
    ticker.start();
    await elapse(50);
    due.push(50);
    for (let n = 0; n < 1_000; n += 1) ticker.wake();
    await elapse(100);
    expect(done).toEqual([75]);
    // What was done is followed by a look at once.
    expect(looks).toEqual([0, 75, 76]);
  });

  it('goes on after a failure, and reports it', async () => {
    const failure = new Error('the disk is full');
    const work = vi.fn().mockResolvedValue(0).mockRejectedValueOnce(failure);
    const { ticker, looks, errors } = aTicker({ work });
    ticker.start();
    await elapse(1_999);
    expect(looks).toEqual([0]);
    await elapse(1);
    expect(errors).toEqual([failure]);
    expect(looks).toEqual([0, 2_000]);
  });

  it('does not spin on what stays due', async () => {
    const { ticker, looks } = aTicker({ due: [-60_000], work: async () => 0 });
    ticker.start();
    await elapse(2_500);
    expect(looks).toEqual([0, 1_000, 2_000]);
  });

  it('ends after what is under way, and looks no more', async () => {
    let ended = false;
    const { ticker, looks } = aTicker({
      async work() {
        await new Promise((resolve) => setTimeout(resolve, 150));
        ended = true;
        return 1;
      },
    });
    ticker.start();
    await elapse(30);
    const stopped = ticker.stop();
    expect(ended).toBe(false);
    await elapse(150);
    await stopped;
    expect(ended).toBe(true);
    await elapse(60_000);
    expect(looks).toEqual([0]);
  });
});
