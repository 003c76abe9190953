import type { Clock } from '../app/ports/clock.ts';

/** This machine's clock. */
export const wallClock: Clock = { now: () => new Date().toISOString() };
