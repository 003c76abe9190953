import type { Database } from 'better-sqlite3';

/** The statements of drizzle that run meanwhile, in order. */
export async function statementsDuring(connection: Database, work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const statement = Object.getPrototypeOf(connection.prepare('select 1'));
  const { get, all, run } = statement;
  const noted = (method: (...values: unknown[]) => unknown) =>
    function (this: { source: string }, ...values: unknown[]) {
      if (/^(select|insert|update|delete|with) /.test(this.source)) asked.push(this.source);
      return method.apply(this, values);
    };
  Object.assign(statement, { get: noted(get), all: noted(all), run: noted(run) });
  try {
    await work();
  } finally {
    Object.assign(statement, { get, all, run });
  }
  return asked;
}
