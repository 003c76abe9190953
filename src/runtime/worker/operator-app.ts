import { Hono } from 'hono';
import { issueToken } from '../../app/auth/issue-token.ts';
import { setRoles } from '../../app/auth/set-roles.ts';
import { countRows, readRows, transferTables } from '../../store/backup/transfer-tables.ts';
import { type DurableStorage, openDurableDatabase } from '../../store/database/durable-database.ts';
import { schemaVersion } from '../../store/database/migrate.ts';
import { strayEntries } from '../../store/verify/stray-entries.ts';
import { verifyRegistry } from '../../store/verify/verify-registry.ts';
import { tribunalsOf } from '../kept-tribunal.ts';
import { OPERATOR } from '../operator.ts';
import { replayJournal } from '../replay-journal.ts';
import { givenJson } from './given-json.ts';
import { objectState, setObjectState } from './object-state.ts';
import type { Operated } from './operated.ts';
import { recoveryRoutes } from './recovery-routes.ts';
import { registryRoutes } from './registry-routes.ts';
import { beginImport, finishImport, takeIn } from './take-in.ts';

/** Cases that are proved in one request: a long one is decided again in some 50 ms. */
const VERIFIED_AT_ONCE = 200;

/** What `parley remote` asks of a registry. Only the Worker in front, which knows the operator's secret, gets here. */
export function operatorApp(operated: Operated): Hono {
  const app = new Hono();
  app.onError((error, c) => c.json({ refused: error.message }, 500));
  app.route('/', accountRoutes(operated));
  app.route('/', registryRoutes(operated));
  app.route('/', copyRoutes(operated));
  app.route('/', recoveryRoutes(operated));
  app.route('/', importRoutes(operated));
  app.route('/', fileRoutes(operated));
  return app;
}

function accountRoutes({ running }: Operated): Hono {
  const app = new Hono();
  app.post('/roles', givenJson('roles'), async (c) => {
    const { ports } = (await running()).opened;
    const { email, roles } = c.req.valid('json');
    const change = { email, roles, name: email.slice(0, email.indexOf('@')), language: 'en' };
    const user = await setRoles(ports, OPERATOR, change);
    return user
      ? c.json({ email: user.email, roles: user.roles })
      : c.json({ refused: `${email} cannot be changed` }, 409);
  });
  app.post('/token', givenJson('token'), async (c) => {
    const { ports } = (await running()).opened;
    const { email } = c.req.valid('json');
    const issued = await issueToken(ports, email);
    if (issued) return c.json({ token: issued.token, expiresAt: issued.expiresAt, email: issued.user.email });
    return c.json({ refused: `Nobody has an account with the address ${email}` }, 404);
  });
  app.get('/metrics', async (c) => {
    const { contentType, text } = await (await running()).metrics();
    return c.body(text, 200, { 'content-type': contentType });
  });
  app.get('/entry-hashes', async (c) => {
    const { registry } = (await running()).opened.ports;
    return c.json(registry.read((reads) => reads.entryHashes(Number(c.req.query('after') ?? 0))));
  });
  app.get('/verified', async (c) => {
    const { ports, database } = (await running()).opened;
    const tribunalAt = tribunalsOf(ports.registry);
    const ids = ports.registry.read((reads) => reads.caseIds(c.req.query('after') ?? '', VERIFIED_AT_ONCE));
    const problems = [
      ...verifyRegistry(database, (entries) => replayJournal(ports.processOf, tribunalAt, entries), ids),
      ...(ids.length === 0 ? database.read(() => strayEntries(database.drizzle)) : []),
    ];
    return c.json({ verified: ids.length, problems, next: ids.at(-1) ?? null });
  });
  return app;
}

function copyRoutes({ storage }: Operated): Hono {
  const app = new Hono();
  const database = () => openDurableDatabase(storage as DurableStorage).drizzle;
  app.get('/state', (c) => c.json({ state: objectState(storage), bytes: storage.sql.databaseSize }));
  app.post('/freeze', (c) => {
    if (objectState(storage).kind !== 'open') return c.json({ refused: 'it is not open' }, 409);
    setObjectState(storage, { kind: 'frozen' });
    return c.json({});
  });
  app.post('/thaw', (c) => {
    if (objectState(storage).kind !== 'frozen') return c.json({ refused: 'it is not frozen' }, 409);
    setObjectState(storage, { kind: 'open' });
    return c.json({});
  });
  app.get('/tables', (c) =>
    c.json({
      schema: schemaVersion({ drizzle: database() }),
      counts: countRows(database()),
      tables: transferTables(database()),
    }),
  );
  app.get('/rows/:table', (c) => {
    const table = c.req.param('table');
    if (!transferTables(database()).includes(table)) return c.json({ refused: `there is no table ${table}` }, 404);
    return c.json(readRows(database(), table, Number(c.req.query('after') ?? 0)));
  });
  return app;
}

function importRoutes({ storage, registry, reopen }: Operated): Hono {
  const app = new Hono();
  app.post('/import', givenJson('begin'), async (c) => {
    const begun = await beginImport(storage, registry, c.req.valid('json'));
    reopen();
    return c.json(begun, 'refused' in begun ? 409 : 200);
  });
  app.post('/import/rows', givenJson('rows'), (c) => {
    const taken = takeIn(storage, c.req.valid('json'));
    return c.json(taken, 'refused' in taken ? 409 : 200);
  });
  app.post('/import/end', givenJson('finish'), (c) => {
    const finished = finishImport(storage, c.req.valid('json').counts);
    return c.json(finished, 'refused' in finished ? 409 : 200);
  });
  return app;
}

function fileRoutes({ files }: Operated): Hono {
  const app = new Hono();
  app.put('/files', async (c) => c.json(await files.put(new Uint8Array(await c.req.arrayBuffer()))));
  app.get('/files/:sha256', async (c) => {
    const stream = await files.get(c.req.param('sha256'));
    return stream ? c.body(stream) : c.json({ refused: 'there is no such file' }, 404);
  });
  return app;
}
