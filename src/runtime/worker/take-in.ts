import { migrations } from 'parley:shipped';
import type { DurableObjectStorage } from '@cloudflare/workers-types';
import { HOME } from '../../app/registry-of.ts';
import {
  brokenReferences,
  countRows,
  type RowPage,
  takeRows,
  transferTables,
} from '../../store/backup/transfer-tables.ts';
import { type DurableStorage, openDurableDatabase } from '../../store/database/durable-database.ts';
import { migrate, schemaVersion } from '../../store/database/migrate.ts';
import { type ObjectState, objectState, setObjectState } from './object-state.ts';

type Importing = Extract<ObjectState, { kind: 'importing' }>;

/** Why something cannot be done, in a sentence for the operator. */
export interface Refused {
  readonly refused: string;
}

/** What begins an import: which one it is, and the schema of its rows. */
export interface ImportBeginning {
  readonly source: string;
  readonly schema: number;
}

export interface ImportedRows extends RowPage {
  readonly table: string;
  /** The rowid that the source was asked to go on from. */
  readonly after: number;
}

/**
 * Makes ready to take in another registry: everything goes, the schema comes anew. An import that was broken off goes on
 * where it stopped.
 */
export async function beginImport(
  storage: DurableObjectStorage,
  registry: string,
  { source, schema }: ImportBeginning,
): Promise<Importing | Refused> {
  const state = objectState(storage);
  if (state.kind === 'importing' && state.source === source) return state;
  const newest = migrations.at(-1)?.folderMillis ?? 0;
  if (schema !== newest)
    return { refused: 'the rows are of another version of Parley; use the same one on both sides' };
  if (state.kind !== 'importing' && isInUse(storage, registry))
    return { refused: 'this registry has people or cases already; import into one that has none' };
  await storage.deleteAll();
  const database = openDurableDatabase(storage as DurableStorage);
  migrate(database, migrations);
  const begun: Importing = { kind: 'importing', source, table: '', after: 0 };
  setObjectState(storage, begun);
  return begun;
}

/** Takes in a page of rows. One that came before is not taken again: the answer says where to go on. */
export function takeIn(storage: DurableObjectStorage, page: ImportedRows): Importing | Refused {
  const state = objectState(storage);
  if (state.kind !== 'importing') return { refused: 'no import is under way; begin one' };
  const { drizzle, transact } = openDurableDatabase(storage as DurableStorage);
  const tables = transferTables(drizzle);
  const place = tables.indexOf(page.table);
  if (place < 0) return { refused: `there is no table ${page.table}; use one version of Parley on both sides` };
  const isNext =
    place > tables.indexOf(state.table) ? page.after === 0 : page.table === state.table && page.after === state.after;
  if (!isNext) return state;
  return transact(() => {
    takeRows(drizzle, page.table, page);
    const taken: Importing = { ...state, table: page.table, after: page.rows.at(-1)?.rowid ?? page.after };
    setObjectState(storage, taken);
    return taken;
  });
}

/** Opens the registry when it holds as many rows of each table as its source, and none points to nothing. */
export function finishImport(
  storage: DurableObjectStorage,
  counts: Readonly<Record<string, number>>,
): { readonly opened: true } | Refused {
  if (objectState(storage).kind !== 'importing') return { refused: 'no import is under way; begin one' };
  const { drizzle } = openDurableDatabase(storage as DurableStorage);
  const here = countRows(drizzle);
  const short = Object.keys({ ...here, ...counts }).filter((table) => here[table] !== counts[table]);
  if (short.length > 0)
    return { refused: `not all rows have come: compare ${short.join(', ')}; go on with the import` };
  const broken = brokenReferences(drizzle);
  if (broken.length > 0) return { refused: `rows of ${broken.join(', ')} point to nothing; verify the source` };
  setObjectState(storage, { kind: 'open' });
  return { opened: true };
}

/** A registry that nobody has used yet holds what ships with the program, or what it copied from home: people with roles. */
function isInUse(storage: DurableObjectStorage, registry: string): boolean {
  const database = openDurableDatabase(storage as DurableStorage);
  if (!hasSchema(storage) || schemaVersion(database) === 0) return false;
  const counts = countRows(database.drizzle);
  return (counts.cases ?? 0) > 0 || (registry === HOME && (counts.users ?? 0) > 0);
}

function hasSchema({ sql }: DurableObjectStorage): boolean {
  return sql.exec("select 1 from sqlite_schema where name = '__drizzle_migrations'").toArray().length > 0;
}
