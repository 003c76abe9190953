import BetterSqlite from 'better-sqlite3';
import { directoryOf, type RegistryEntry } from '../../app/registries/directory.ts';

/** Beside the copies of a tribunal's other registries, each says which set it is of: one of last year must not slip in. */
const SETTING = 'backup.set';

/** Marks a copied database as one of a set. */
export function markAsOf(copy: string, set: string): void {
  const connection = new BetterSqlite(copy);
  try {
    connection
      .prepare('insert into settings (name, value) values (?, ?) on conflict do update set value = excluded.value')
      .run(SETTING, JSON.stringify(set));
  } finally {
    connection.close();
  }
}

/** Which set a copied database is of; undefined for one that stands alone. */
export function setOf(copy: string): string | undefined {
  return readSetting(copy, SETTING) as string | undefined;
}

/** The registries that the copy of a home registry lists. */
export function registriesIn(copy: string): readonly RegistryEntry[] {
  return directoryOf({ setting: (name) => readSetting(copy, name) });
}

function readSetting(copy: string, name: string): unknown {
  const connection = new BetterSqlite(copy, { readonly: true });
  try {
    const found = connection
      .prepare<[string], { value: string }>('select value from settings where name = ?')
      .get(name);
    return found && JSON.parse(found.value);
  } catch (cause) {
    throw new Error(`${copy} cannot be used: it is no database of Parley (${(cause as Error).message})`, { cause });
  } finally {
    connection.close();
  }
}
