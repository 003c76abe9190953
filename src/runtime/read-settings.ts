import { resolve } from 'node:path';
import { readSmtpSettings } from '../effects/smtp-settings.ts';

/** How this program runs, read once from the environment. `docs/operations.md` lists every variable. */
export interface Settings {
  readonly mode: 'demo' | 'production';
  /** 0 takes any free one. */
  readonly port: number;
  /** The network address to listen on; undefined: all. */
  readonly host: string | undefined;
  readonly dataFolder: string;
  /** `https://…` without a slash at the end; undefined in demo mode: where the server turns out to listen. */
  readonly origin: string | undefined;
  readonly smtpUrl: string | undefined;
  /** A ClamAV daemon that looks into uploads. */
  readonly scanner: { readonly host: string; readonly port: number } | undefined;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  /** One sentence for each: what is wrong, and what to set. */
  | { readonly ok: false; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 3000;

/** Reads the environment, and says everything that is wrong with it at once. An empty variable counts as unset. */
export function readSettings(environment: Environment): ReadSettings {
  const problems: string[] = [];
  const given = (name: string) => environment[name]?.trim() || undefined;
  const reading = <T>(name: string, read: (text: string | undefined) => T): T | undefined => {
    try {
      return read(given(name));
    } catch (problem) {
      problems.push((problem as Error).message);
      return undefined;
    }
  };
  const mode = reading('PARLEY_MODE', readMode) ?? 'production';
  const settings: Settings = {
    mode,
    port: reading('PORT', readPort) ?? DEFAULT_PORT,
    host: given('HOST') ?? (mode === 'demo' ? '127.0.0.1' : undefined),
    dataFolder: resolve(given('PARLEY_DATA') ?? 'data'),
    origin: reading('PARLEY_ORIGIN', (text) => readOrigin(text, mode)),
    smtpUrl: reading('SMTP_URL', readSmtpUrl),
    scanner: reading('CLAMD_URL', readScanner),
    logLevel: reading('LOG_LEVEL', readLogLevel) ?? (mode === 'demo' ? 'warn' : 'info'),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings };
}

function readMode(text: string | undefined): Settings['mode'] {
  if (text === undefined || text === 'production') return 'production';
  if (text === 'demo') return 'demo';
  throw new Error(`PARLEY_MODE is "${text}"; set it to demo or production`);
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`PORT is "${text}"; set it to a number from 0 (any free one) to 65535, like 3000`);
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const EXAMPLE = 'PARLEY_ORIGIN=https://tribunal.example.org';

function readOrigin(text: string | undefined, mode: Settings['mode']): string | undefined {
  if (text === undefined) {
    if (mode === 'demo') return undefined;
    throw new Error(`PARLEY_ORIGIN is missing; set it to the address that people open, like ${EXAMPLE}`);
  }
  if (!URL.canParse(text)) throw new Error(`PARLEY_ORIGIN is "${text}", which is no address; set it like ${EXAMPLE}`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Error(`PARLEY_ORIGIN must start with https://, not ${url.protocol}//; set it like ${EXAMPLE}`);
  if (url.protocol === 'http:' && mode === 'production' && !LOOPBACK.has(url.hostname))
    throw new Error(`PARLEY_ORIGIN must start with https:// in production; set it like ${EXAMPLE}`);
  if (url.username || url.pathname !== '/' || url.search || url.hash)
    throw new Error(`PARLEY_ORIGIN must hold nothing after the host, like ${EXAMPLE}`);
  return url.origin;
}

function readSmtpUrl(text: string | undefined): string | undefined {
  if (text !== undefined) readSmtpSettings(text);
  return text;
}

function readScanner(text: string | undefined): Settings['scanner'] {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'tcp:' || !url.hostname)
    throw new Error(`CLAMD_URL is "${text}"; set it like tcp://127.0.0.1:3310`);
  return { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(url.port || 3310) };
}

function readLogLevel(text: string | undefined): LogLevel | undefined {
  if (text === undefined) return undefined;
  const level = LOG_LEVELS.find((one) => one === text);
  if (!level) throw new Error(`LOG_LEVEL is "${text}"; set it to one of ${LOG_LEVELS.join(', ')}`);
  return level;
}
