/** A bucket of `burst` requests that fills again by `perSecond`. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

/** How many requests one account, or one address that has not signed in, may make. */
export interface RateLimits {
  readonly user: RateLimit;
  readonly address: RateLimit;
  /** Asking for codes and trying them, by address; each account has a stricter limit of its own, kept in the registry. */
  readonly signIn: RateLimit;
  /** Checking and simulating definitions: work for seconds, not microseconds. */
  readonly rehearsal: RateLimit;
  readonly upload: RateLimit;
}

export const DEFAULT_RATE_LIMITS: RateLimits = {
  user: { burst: 600, perSecond: 50 },
  address: { burst: 300, perSecond: 20 },
  signIn: { burst: 20, perSecond: 0.2 },
  rehearsal: { burst: 30, perSecond: 1 },
  upload: { burst: 60, perSecond: 0.5 },
};
