/** Written by scripts/write-worker-parts.ts; wrangler.toml says where it lies. */
declare module 'parley:shipped' {
  import type { MigrationMeta } from 'drizzle-orm/migrator';

  export const migrations: readonly MigrationMeta[];
  export const workflows: readonly { readonly id: string; readonly json: string }[];
  /** As `calendarSchema` reads them. */
  export const calendars: readonly unknown[];
}
