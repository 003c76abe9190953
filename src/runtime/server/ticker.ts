/** What a ticker does, and when it has to do it again. */
export interface TickerJob {
  /** Does some of what is due; answers how much that was, and is called again at once until it is nothing. */
  work(): Promise<number>;
  /** Instant (UTC) of the next thing to do; undefined when nothing waits. */
  nextAt(): string | undefined;
  now(): string;
  /** Told of what went wrong: the ticker goes on. */
  report(error: unknown): void;
}

export interface Ticker {
  start(): void;
  /** Something may have become due: look soon. */
  wake(): void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/** The clock may be set, and another process may write: nobody sleeps for longer. Far below the 24.8 days of a timer. */
const LONGEST_SLEEP_MS = 30_000;
/** Between two looks at a due thing that cannot be done. */
const AFTER_NOTHING_MS = 1_000;
const AFTER_ERROR_MS = 2_000;
/** A thousand commits wake it once. Where they do not end, the looks of all tickers cost 65 µs each time. */
const WAKE_DELAY_MS = 25;

/** Does a job when it is due, for as long as the program runs. Time is never waited for in one long timer. */
export function createTicker(job: TickerJob): Ticker {
  let isRunning = false;
  let isWoken = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();

  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      sleep(0);
    },
    wake() {
      if (!isRunning || isWoken) return;
      isWoken = true;
      sleep(WAKE_DELAY_MS);
    },
    async stop() {
      isRunning = false;
      clearTimeout(timer);
      await round;
    },
  };

  function sleep(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const before = round;
      round = before.then(run);
    }, ms);
  }

  async function run(): Promise<void> {
    if (!isRunning) return;
    isWoken = false;
    const pause = await workOnce();
    if (isRunning && !isWoken) sleep(pause);
  }

  async function workOnce(): Promise<number> {
    try {
      if ((await job.work()) > 0) return 0;
      const next = job.nextAt();
      if (next === undefined) return LONGEST_SLEEP_MS;
      const waitMs = Date.parse(next) - Date.parse(job.now());
      // A timer may fire a millisecond early by the clock: what is not due yet is waited for, however short that is.
      return waitMs > 0 ? Math.min(LONGEST_SLEEP_MS, waitMs) : AFTER_NOTHING_MS;
    } catch (error) {
      job.report(error);
      return AFTER_ERROR_MS;
    }
  }
}
