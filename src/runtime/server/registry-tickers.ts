import type { Logger } from 'pino';
import type { AuthPorts } from '../../app/auth/auth-ports.ts';
import { drainOutbox } from '../../app/drain-outbox.ts';
import { forgetExpired } from '../../app/forget-expired.ts';
import type { Effects } from '../../app/ports/effects.ts';
import type { Ports } from '../../app/ports/ports.ts';
import type { SharedCopy } from '../../app/registries/shared-copy.ts';
import { runDueDeadlines } from '../../app/run-due-deadlines.ts';
import { type HeadsBook, headKeeper } from '../heads/head-keeper.ts';
import type { Meters } from './meters.ts';
import { createTicker, type Ticker } from './ticker.ts';

export interface Ticking {
  readonly ports: Ports & Pick<AuthPorts, 'wallClock'>;
  readonly effects: Effects;
  readonly meters: Meters;
  readonly logger: Logger;
  /** Where heads are kept; undefined: nowhere. */
  readonly heads?: HeadsBook | undefined;
  /** Of a registry that is not home. */
  readonly copy?: SharedCopy | undefined;
}

/**
 * What makes time pass in one registry: deadlines fall due, mail and documents go out, what has expired is forgotten, heads
 * are signed. Not started yet.
 */
export function registryTickers(ticking: Ticking): readonly Ticker[] {
  const { heads } = ticking;
  return [
    deadlineTicker(ticking),
    outboxTicker(ticking),
    forgetTicker(ticking),
    ...(heads ? [headTicker(ticking, heads)] : []),
  ];
}

function deadlineTicker({ ports, copy, meters, logger }: Ticking): Ticker {
  const report = (error: unknown) => {
    meters.errored('deadlines');
    logger.error({ err: error }, 'a due deadline could not happen');
  };
  return createTicker({
    async work() {
      // Who may be given a case may have changed. Legal time does not wait for the answer.
      await copy?.upToDate().catch(report);
      return runDueDeadlines(ports, undefined, report);
    },
    ...timing(ports),
    report,
  });
}

function outboxTicker({ ports, effects, meters, logger }: Ticking): Ticker {
  return createTicker({
    work: () => drainOutbox(ports, effects),
    ...timing(ports),
    report(error) {
      meters.errored('outbox');
      logger.error({ err: error }, 'the outbox could not be drained');
    },
  });
}

const HOUR_MS = 60 * 60_000;

/** Every commit wakes the tickers, this one's own too: it looks once an hour. */
function forgetTicker({ ports, meters, logger }: Ticking): Ticker {
  let quietUntil = 0;
  return createTicker({
    async work() {
      if (Date.now() < quietUntil) return 0;
      const forgotten = await forgetExpired(ports);
      if (forgotten === 0) quietUntil = Date.now() + HOUR_MS;
      return forgotten;
    },
    nextAt: () => undefined,
    now: () => ports.wallClock.now(),
    report(error) {
      meters.errored('expiry');
      logger.error({ err: error }, 'what has expired could not be forgotten');
    },
  });
}

function headTicker({ ports, meters, logger }: Ticking, book: HeadsBook): Ticker {
  return createTicker(
    headKeeper(ports, book, (error) => {
      meters.errored('heads');
      logger.error({ err: error }, 'the heads of the journals: something is wrong');
    }),
  );
}

function timing({ registry, clock }: Ports) {
  return { nextAt: () => registry.read((reads) => reads.nextDueAt()), now: () => clock.now() };
}
