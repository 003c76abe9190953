import type { Clock } from '../app/ports/clock.ts';

/** This machine's clock. Asked several times for each move, it writes an instant once a millisecond. */
export const wallClock: Clock = {
  now() {
    const ms = Date.now();
    if (ms !== written.ms) written = { ms, instant: new Date(ms).toISOString() };
    return written.instant;
  },
};

let written = { ms: Number.NaN, instant: '' };
