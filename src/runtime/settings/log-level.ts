const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** @throws with what to set when the text names no level */
export function readLogLevel(text: string | undefined): LogLevel | undefined {
  if (text === undefined) return undefined;
  const level = LOG_LEVELS.find((one) => one === text);
  if (!level) throw new Error(`LOG_LEVEL is "${text}"; set it to one of ${LOG_LEVELS.join(', ')}`);
  return level;
}

/** Whether something of this weight is to be logged. */
export function isLogged(level: LogLevel, weight: Exclude<LogLevel, 'silent'>): boolean {
  return LOG_LEVELS.indexOf(weight) >= LOG_LEVELS.indexOf(level);
}
