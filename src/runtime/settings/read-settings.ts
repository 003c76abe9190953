import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DigitalIdSettings } from '../../effects/digital-id/digital-id.ts';
import { readSmtpSettings } from '../../effects/mail/smtp-settings.ts';
import { type LogLevel, readLogLevel } from './log-level.ts';
import { readDigitalId } from './read-digital-id.ts';
import { readMode } from './read-mode.ts';
import { readNotify, type TextSettings } from './read-notify.ts';
import { readOrigin } from './read-origin.ts';
import { readPort } from './read-port.ts';
import { readSecret } from './read-secret.ts';

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
  /** What reads `/metrics`; undefined: anyone. */
  readonly metricsToken: string | undefined;
  /** Undefined: people sign in by mail alone. */
  readonly digitalId: DigitalIdSettings | undefined;
  /** Undefined: nobody is offered text messages; in demo mode they are shown in the mailbox. */
  readonly texts: TextSettings | undefined;
  /** A file to which signed heads are appended every hour. */
  readonly headsFile: string | undefined;
  readonly logLevel: LogLevel;
}

export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  /** One sentence for each: what is wrong, and what to set. */
  | { readonly ok: false; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

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
    port: reading('PORT', readPort) ?? 0,
    host: given('HOST') ?? (mode === 'demo' ? '127.0.0.1' : undefined),
    dataFolder: resolve(given('PARLEY_DATA') ?? 'data'),
    origin: reading('PARLEY_ORIGIN', (text) =>
      text === undefined && mode === 'demo' ? undefined : readOrigin('PARLEY_ORIGIN', text, mode),
    ),
    smtpUrl: reading('SMTP_URL', readSmtpUrl),
    scanner: reading('CLAMD_URL', readScanner),
    metricsToken: reading('PARLEY_METRICS_TOKEN', (text) => readSecret('PARLEY_METRICS_TOKEN', text)),
    digitalId: reading('PARLEY_OIDC_ISSUER', () => readDigitalId(given, mode)),
    texts: reading('PARLEY_NOTIFY_API_KEY', () => readNotify(given, mode)),
    headsFile: reading('PARLEY_HEADS', readHeadsPlace),
    logLevel: reading('LOG_LEVEL', readLogLevel) ?? (mode === 'demo' ? 'warn' : 'info'),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings };
}

function readSmtpUrl(text: string | undefined): string | undefined {
  if (text !== undefined) readSmtpSettings(text);
  return text;
}

/** Known at the start, not an hour later. */
function readHeadsPlace(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const file = resolve(text);
  if (
    statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory() &&
    !statSync(file, { throwIfNoEntry: false })?.isDirectory()
  )
    return file;
  throw new Error(
    `PARLEY_HEADS is "${text}"; set it to a file in a folder that exists, on another machine's disk if you can`,
  );
}

function readScanner(text: string | undefined): Settings['scanner'] {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'tcp:' || !url.hostname)
    throw new Error(`CLAMD_URL is "${text}"; set it like tcp://127.0.0.1:3310`);
  return { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(url.port || 3310) };
}
