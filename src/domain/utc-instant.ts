/**
 * An instant, or milliseconds since 1970, as we store and compare it everywhere: `2026-03-17T06:59:00.000Z`, so that the order of texts is the order of times.
 */
export function utcInstant(instant: string | number): string {
  return new Date(instant).toISOString();
}
