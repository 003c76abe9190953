import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Decision } from '../../src/domain/decision.ts';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import type { JournalEntry } from '../../src/domain/journal-entry.ts';
import type { Tribunal } from '../../src/domain/process/process.ts';
import type { Calendar } from '../../src/domain/time/calendar-schema.ts';

/** What one revision of the engine decided, with all that it needed to know: definitions, calendars, the tribunal's names. */
export interface GoldenFile {
  readonly engine: number;
  readonly tribunal: Tribunal;
  readonly calendars: Readonly<Record<string, Calendar>>;
  /** `id@version` → the definition, as it was published. */
  readonly definitions: Readonly<Record<string, DefinitionInput>>;
  readonly journals: readonly GoldenJournal[];
}

export interface GoldenJournal {
  readonly title: string;
  readonly entries: readonly JournalEntry[];
  /** For each entry, what deciding it came to: see `fingerprint`. */
  readonly became: readonly string[];
}

/** Of an entry, the case file after it and its facts, each as the bytes that are stored. */
export function fingerprint({ entry, next, facts }: Decision): string {
  return createHash('sha256')
    .update(JSON.stringify([entry, next, facts]))
    .digest('hex')
    .slice(0, 24);
}

export function goldenFile(engine: number): URL {
  return new URL(`engine-${engine}.json.gz`, import.meta.url);
}

/** Undefined where nothing has been recorded of this revision. */
export function readGolden(engine: number): GoldenFile | undefined {
  const file = goldenFile(engine);
  return existsSync(file) ? (JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as GoldenFile) : undefined;
}

/** The same bytes for the same journals. */
export function packGolden(golden: GoldenFile): Uint8Array {
  return gzipSync(JSON.stringify(golden), { level: 9 });
}
