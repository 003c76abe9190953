import { type Logger, pino } from 'pino';
import type { LogLevel } from '../settings/log-level.ts';

/**
 * One line of JSON for each thing that happened, on standard error in a demonstration (where people read standard
 * output) and on standard output in production (where programs do). Lines hold routes and ids, never what people wrote.
 */
export function createLogger(level: LogLevel, mode: 'demo' | 'production'): Logger {
  const destination = pino.destination({ dest: mode === 'demo' ? 2 : 1, sync: true });
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
