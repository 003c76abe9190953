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

/** Far more than people and their programs need, and little enough that one of them leaves room for the others. */
const PRODUCTION: RateLimits = {
  user: { burst: 600, perSecond: 50 },
  address: { burst: 300, perSecond: 20 },
  signIn: { burst: 100, perSecond: 1 },
  rehearsal: { burst: 60, perSecond: 2 },
  upload: { burst: 60, perSecond: 0.5 },
};

const PLENTY: RateLimit = { burst: 50_000, perSecond: 20_000 };

/** Someone alone with their own machine, who may want to know how fast it is. Signing in is as strict as ever. */
const DEMO: RateLimits = { ...PRODUCTION, user: PLENTY, address: PLENTY, rehearsal: PLENTY, upload: PLENTY };

/** What holds where nothing else was set. */
export const DEFAULT_RATE_LIMITS: { readonly [M in 'demo' | 'production']: RateLimits } = {
  demo: DEMO,
  production: PRODUCTION,
};
