/** The only source of time: instants as ISO 8601 UTC strings, `2026-03-02T17:00:00.000Z`. */
export interface Clock {
  now(): string;
}
