/** A time during which a zone does not change its clocks. */
export interface Stretch {
  /** Milliseconds since 1970, as everywhere below. */
  readonly from: number;
  /** The first instant that is not in it. */
  readonly until: number;
  /** By how much the zone's clocks are ahead of UTC. */
  readonly offsetMs: number;
}

const stretchesOf = new Map<string, Stretch[]>();

/**
 * The stretch of a zone in which an instant lies. Looked up rather than asked: a zoned time costs 2 µs to make and to read,
 * a deadline needs a dozen of them, and in ten years a zone has twenty stretches at most.
 */
export function stretchAt(epochMs: number, zone: string): Stretch {
  const known = stretchesOf.get(zone) ?? [];
  for (const stretch of known) if (stretch.from <= epochMs && epochMs < stretch.until) return stretch;
  const found = findStretch(epochMs, zone);
  stretchesOf.set(zone, [...known, found]);
  return found;
}

function findStretch(epochMs: number, zone: string): Stretch {
  const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const here = zoned(epochMs);
  return {
    // What comes before is before, even where the clocks change in this very millisecond.
    from: zoned(epochMs + 1).getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: here.offsetNanoseconds / 1_000_000,
  };
}
