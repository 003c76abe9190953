import { z } from 'zod';
import type { DigitalIdSettings } from '../../effects/digital-id/digital-id.ts';
import type { RenderService } from '../../effects/documents/remote-renderer.ts';
import { readSmtpSettings } from '../../effects/mail/smtp-settings.ts';
import { type LogLevel, readLogLevel } from '../settings/log-level.ts';
import { readDigitalId } from '../settings/read-digital-id.ts';
import { readMode } from '../settings/read-mode.ts';
import { readOrigin } from '../settings/read-origin.ts';
import { readSecret } from '../settings/read-secret.ts';
import { type TribunalNames, tribunalNamesSchema } from '../tribunal-names.ts';

/** A tribunal that this Worker serves. */
export interface ServedTribunal {
  /** What its objects and files are named by: it never changes. */
  readonly id: string;
  /** `https://…` without a slash at the end. */
  readonly origin: string;
  readonly names: TribunalNames;
  /** Where its objects must stay: it never changes either. */
  readonly jurisdiction: (typeof JURISDICTIONS)[number] | undefined;
  /** Near whom its objects should be made; it only counts when one is. */
  readonly location: (typeof LOCATIONS)[number] | undefined;
}

const JURISDICTIONS = ['eu', 'us', 'fedramp'] as const;
/** Western and eastern North America, South America, Europe, Asia, Oceania, Africa, the Middle East. */
const LOCATIONS = ['wnam', 'enam', 'sam', 'weur', 'eeur', 'apac', 'oc', 'afr', 'me'] as const;

/** How the Worker runs, read from its variables and secrets. `docs/operations.md` lists every one. */
export interface WorkerSettings {
  readonly mode: 'demo' | 'production';
  readonly tribunals: readonly ServedTribunal[];
  readonly smtpUrl: string | undefined;
  /** Undefined in a demonstration alone: it then makes no documents. */
  readonly renderService: RenderService | undefined;
  /** Opens the operator's endpoints; undefined: they do not exist. */
  readonly operatorSecret: string | undefined;
  /** Undefined: people sign in by mail alone. Each tribunal's address of return has to be registered with it. */
  readonly digitalId: DigitalIdSettings | undefined;
  readonly logLevel: LogLevel;
}

export type ReadWorkerSettings =
  | { readonly ok: true; readonly settings: WorkerSettings }
  /** One sentence for each: what is wrong, and what to set. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Where `wrangler dev` serves a demonstration. */
const DEMO_ORIGIN = 'http://localhost:8787';
const DEMO_NAMES: TribunalNames = {
  name: { en: 'Harbour Civil Tribunal', fr: 'Tribunal civil du Port' },
  address: {},
  contact: 'registry@demo.example',
};
const EXAMPLE =
  '[vars.PARLEY_TRIBUNALS.civil] origin = "https://tribunal.example.org", name = { en = "…" }, contact = "registry@example.org"';

const tribunalsSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  tribunalNamesSchema.extend({
    origin: z.string().optional(),
    jurisdiction: z.enum(JURISDICTIONS).optional(),
    location: z.enum(LOCATIONS).optional(),
  }),
);

/** Reads variables and secrets, and says everything that is wrong with them at once. An empty one counts as unset. */
export function readWorkerSettings(environment: Readonly<Record<string, unknown>>): ReadWorkerSettings {
  const problems: string[] = [];
  const given = (name: string) => String(environment[name] ?? '').trim() || undefined;
  const reading = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (problem) {
      problems.push((problem as Error).message);
      return undefined;
    }
  };
  const mode = reading(() => readMode(given('PARLEY_MODE'))) ?? 'production';
  reading(() => refuseTexts(environment));
  const settings: WorkerSettings = {
    mode,
    tribunals: reading(() => readTribunals(environment.PARLEY_TRIBUNALS, given('PARLEY_ORIGIN'), mode)) ?? [],
    smtpUrl: reading(() => readSmtpUrl(given('SMTP_URL'))),
    renderService: reading(() => readRenderService(given('RENDER_URL'), given('RENDER_SECRET'), mode)),
    operatorSecret: reading(() => readSecret('OPERATOR_SECRET', given('OPERATOR_SECRET'))),
    digitalId: reading(() => readDigitalId(given, mode)),
    logLevel: reading(() => readLogLevel(given('LOG_LEVEL'))) ?? 'info',
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings };
}

/** Their client is for Node. Set all the same, they would promise what does not happen. */
function refuseTexts(environment: Readonly<Record<string, unknown>>): void {
  const set = Object.keys(environment).find((name) => name.startsWith('PARLEY_NOTIFY_'));
  if (set === undefined) return;
  throw new Error(`${set} is set, but a Worker sends no text messages yet; remove it, or run Parley on Node`);
}

/** As a table of wrangler.toml or as its JSON, which the command line gives. */
function readTribunals(given: unknown, origin: string | undefined, mode: WorkerSettings['mode']): ServedTribunal[] {
  const table = typeof given === 'string' && given.trim() !== '' ? parse(given) : given || undefined;
  if (table === undefined && mode === 'demo')
    return [
      { id: 'demo', origin: origin ?? DEMO_ORIGIN, names: DEMO_NAMES, jurisdiction: undefined, location: undefined },
    ];
  const read = tribunalsSchema.safeParse(table);
  if (!read.success || Object.keys(read.data).length === 0)
    throw new Error(`PARLEY_TRIBUNALS names no tribunal as it should; set it in wrangler.toml like ${EXAMPLE}`);
  return Object.entries(read.data).map(([id, { origin: own, jurisdiction, location, ...names }]) => ({
    id,
    origin: readOrigin(`PARLEY_TRIBUNALS.${id}.origin`, own ?? origin, mode),
    names,
    jurisdiction,
    location,
  }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readSmtpUrl(text: string | undefined): string | undefined {
  if (text !== undefined) readSmtpSettings(text);
  return text;
}

function readRenderService(
  url: string | undefined,
  secret: string | undefined,
  mode: WorkerSettings['mode'],
): RenderService | undefined {
  if (url === undefined && mode === 'demo') return undefined;
  if (url === undefined)
    throw new Error('RENDER_URL is missing; set it to the address of the render service, which makes the documents');
  const known = readSecret('RENDER_SECRET', secret);
  if (known === undefined) throw new Error('RENDER_SECRET is missing; set it to the secret of the render service');
  return { url: readOrigin('RENDER_URL', url, mode), secret: known };
}
