import type { RateLimit } from './rate-limits.ts';

/** How many keys are remembered. Beyond it the one that was quiet for longest is forgotten. */
const MAX_KEYS = 50_000;

interface Bucket {
  tokens: number;
  /** Milliseconds of a clock that only goes forward. */
  at: number;
}

/** Counts requests by key in memory. Losing the counts on a restart is harmless: what must not be lost is in the registry. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #limit: RateLimit;
  readonly #elapsedMs: () => number;

  constructor(limit: RateLimit, elapsedMs: () => number = () => performance.now()) {
    this.#limit = limit;
    this.#elapsedMs = elapsedMs;
  }

  /** Takes one request from a key's bucket. Answers 0, or in how many seconds there is room for one again. */
  take(key: string): number {
    const bucket = this.#filled(key);
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > MAX_KEYS) this.#forgetQuietest();
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / this.#limit.perSecond));
    bucket.tokens -= 1;
    return 0;
  }

  #filled(key: string): Bucket {
    const at = this.#elapsedMs();
    const bucket = this.#buckets.get(key);
    if (!bucket) return { tokens: this.#limit.burst, at };
    bucket.tokens = Math.min(this.#limit.burst, bucket.tokens + ((at - bucket.at) / 1000) * this.#limit.perSecond);
    bucket.at = at;
    return bucket;
  }

  #forgetQuietest(): void {
    const quietest = this.#buckets.keys().next().value;
    if (quietest !== undefined) this.#buckets.delete(quietest);
  }
}
