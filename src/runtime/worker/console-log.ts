import { isLogged, type LogLevel } from '../settings/log-level.ts';

/** One line of JSON for each thing that happened. Lines hold routes and ids, never what people wrote. */
export interface Log {
  info(line: object, words: string): void;
  warn(words: string): void;
  error(error: unknown, words: string, more?: object): void;
}

/** On the console, where Workers Logs and `wrangler tail` read. */
export function consoleLog(level: LogLevel): Log {
  const write = (weight: 'info' | 'warn' | 'error', line: object) => {
    // biome-ignore lint/suspicious/noConsole: it is the only way out of a Worker
    if (isLogged(level, weight)) console[weight](JSON.stringify({ level: weight, ...line }));
  };
  return {
    info: (line, msg) => write('info', { ...line, msg }),
    warn: (msg) => write('warn', { msg }),
    error(error, msg, more) {
      const { name, message, stack } =
        error instanceof Error ? error : { name: 'Error', message: String(error), stack: '' };
      write('error', { ...more, msg, err: { name, message, stack } });
    },
  };
}
