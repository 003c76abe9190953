import type { Clock } from '../../app/ports/clock.ts';
import type { Registry } from '../../app/ports/registry.ts';
import { checkTimeZoneData } from '../../domain/time/clock-check.ts';
import type { ReadinessCheck } from '../../web/web-ports.ts';

/** When this program was made; a clock that shows less has lost its battery. */
const NOT_BEFORE = '2026-06-01T00:00:00.000Z';
/** Asking more often gives the same answer: a check writes to the disk. */
const GOOD_FOR_MS = 1_000;
const SETTING = 'readiness';

/**
 * Whether requests are welcome: the database takes writes, the clock is sane, there is room.
 *
 * @param findRoom rejects when there is too little room for what people send
 * @param others the tribunal's other registries in this program
 * @param hasCalendars where a program that lacks some serves all the same: whether every calendar is there
 */
export function readinessOf(
  registry: Registry,
  clock: Clock,
  findRoom: () => Promise<void>,
  others: () => readonly Registry[] = () => [],
  hasCalendars?: () => boolean,
): () => Promise<readonly ReadinessCheck[]> {
  let known: Promise<readonly ReadinessCheck[]> | undefined;
  let askedAt = 0;
  return () => {
    if (known && performance.now() - askedAt < GOOD_FOR_MS) return known;
    askedAt = performance.now();
    const written = others().map((other) => takesWrites(other, clock, `database ${other.id}`));
    const calendars = hasCalendars ? [{ name: 'calendars', ok: hasCalendars() }] : [];
    known = Promise.all([
      takesWrites(registry, clock),
      ...written,
      isClockSane(clock),
      hasRoom(findRoom),
      ...calendars,
    ]);
    return known;
  };
}

async function takesWrites(registry: Registry, clock: Clock, name = 'database'): Promise<ReadinessCheck> {
  const written = registry.commit((tx) => tx.putSetting(SETTING, clock.now()));
  return { name, ok: await holds(written) };
}

async function isClockSane(clock: Clock): Promise<ReadinessCheck> {
  return { name: 'clock', ok: clock.now() >= NOT_BEFORE && checkTimeZoneData() === undefined };
}

async function hasRoom(findRoom: () => Promise<void>): Promise<ReadinessCheck> {
  return { name: 'disk', ok: await holds(findRoom()) };
}

function holds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
