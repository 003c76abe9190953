const MINUTE_MS = 60_000;

/** The instant (UTC) so many minutes after another. */
export function minutesAfter(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString();
}

/** Whole minutes from one instant (UTC) to a later one; negative when it is earlier. */
export function minutesBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS);
}
