import type { Ticker } from '../server/ticker.ts';

/** What the object's alarm does, and for when it must be set. */
export interface AlarmJob {
  /** Does some of what has fallen due; answers how much that was. */
  deadlines(): Promise<number>;
  /** Carries out some of what waits; answers how much that was. */
  outbox(): Promise<number>;
  /** Instant (UTC) of the next thing to do; undefined when nothing waits. */
  nextAt(): string | undefined;
  now(): string;
  /** Told of what went wrong: the alarm stands again. */
  report(error: unknown): void;
}

/** What we use of a Durable Object's storage. Both take effect at once, in the transaction of this turn. */
export interface AlarmStorage {
  setAlarm(at: number): unknown;
  deleteAlarm(): unknown;
}

export interface ObjectAlarm extends Ticker {
  /** Sets the alarm to the earliest due row: to be called in the turn that wrote it, so that both are one transaction. */
  set(): void;
  /** Does what is due, until nothing is. Never throws: an alarm that throws is soon not called again. */
  ring(): Promise<void>;
}

/** Stands while the alarm rings: what dies at its work is taken up again after this. */
const GUARD_MS = 30_000;
/** Between two looks at what is due and cannot be done: doubled each time, but for those whom a commit wakes. */
const LEAST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** workerd ends a handler after 15 minutes; what is left is done by the next. */
const LONGEST_RING_MS = 10 * 60_000;
/** While mail waits for its server, deadlines are looked at so often. */
const LOOK_AGAIN_MS = 1_000;

const NEVER = Number.POSITIVE_INFINITY;

/** The one alarm of an object, over all that it has to do: the object may sleep for years, and is woken. */
export function objectAlarm(storage: AlarmStorage, job: AlarmJob): ObjectAlarm {
  let standsAt: number | undefined;
  let notBefore = 0;
  let pauseMs = LEAST_PAUSE_MS;
  let isHeld = false;
  let ringing: Promise<void> | undefined;

  return {
    set,
    wake: set,
    async ring() {
      // What stood has just rung.
      standsAt = undefined;
      setTo(Date.now() + GUARD_MS);
      if (isHeld) return;
      ringing = doWhatIsDue(job);
      await ringing;
      ringing = undefined;
      setAfterRinging();
    },
    start() {
      isHeld = false;
      set();
    },
    async stop() {
      isHeld = true;
      await ringing;
    },
  };

  function set(): void {
    if (!ringing && !isHeld) setTo(Math.max(notBefore, dueAt()));
  }

  function setAfterRinging(): void {
    const isStuck = dueAt() <= Date.now();
    pauseMs = isStuck ? Math.min(pauseMs * 2, LONGEST_PAUSE_MS) : LEAST_PAUSE_MS;
    notBefore = isStuck ? Date.now() + LEAST_PAUSE_MS : 0;
    if (!isHeld) setTo(isStuck ? Date.now() + pauseMs : dueAt());
  }

  /** By the machine's clock. Where cases live by one that runs ahead, in a demonstration, the alarm comes so much sooner. */
  function dueAt(): number {
    const next = job.nextAt();
    return next === undefined ? NEVER : Date.now() + Date.parse(next) - Date.parse(job.now());
  }

  function setTo(at: number): void {
    if (at === standsAt) return;
    if (at === NEVER) storage.deleteAlarm();
    else storage.setAlarm(Math.max(at, 1));
    standsAt = at;
  }
}

/** Deadlines go on while mail waits for a slow server. */
async function doWhatIsDue({ deadlines, outbox, report }: AlarmJob): Promise<void> {
  const attempt = (work: () => Promise<number>) =>
    work().catch((error: unknown) => {
      report(error);
      return 0;
    });
  const until = Date.now() + LONGEST_RING_MS;
  let draining: Promise<number> | undefined;
  while (Date.now() < until) {
    const ran = await attempt(deadlines);
    draining ??= attempt(outbox);
    const drained = await Promise.race([draining, pause(LOOK_AGAIN_MS)]);
    if (drained === undefined) continue;
    draining = undefined;
    if (ran + drained === 0) return;
  }
  await draining;
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}
