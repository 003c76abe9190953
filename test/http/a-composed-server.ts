import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken } from '../../src/app/auth/issue-token.ts';
import { drainOutbox } from '../../src/app/drain-outbox.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import type { Ids } from '../../src/app/ports/ids.ts';
import { runDueDeadlines } from '../../src/app/run-due-deadlines.ts';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import type { MembershipRole } from '../../src/domain/viewer.ts';
import { inspectUpload } from '../../src/effects/uploads/inspect-upload.ts';
import { compose, type Parley } from '../../src/runtime/compose.ts';
import { nodeIds } from '../../src/runtime/node-ids.ts';
import { clientAddress } from '../../src/runtime/server/client-address.ts';
import { type Answer as Answering, listen } from '../../src/runtime/server/listen.ts';
import { readinessOf } from '../../src/runtime/server/readiness.ts';
import { importShipped } from '../../src/runtime/shipped/import-shipped.ts';
import { createApp } from '../../src/web/app.ts';
import type { RateLimits } from '../../src/web/limits/rate-limits.ts';
import { aCaller } from './a-caller.ts';
import { aPerson, type Person } from './a-person.ts';

export interface ComposedServer {
  readonly origin: string;
  readonly parley: Parley;
  /** What nobody foresaw, as the log would have it. */
  readonly errors: readonly unknown[];
  /** Makes an account with these roles, signed in. */
  signIn(name: string, roles?: readonly MembershipRole[], language?: string): Promise<Person>;
  /** Does all that is due, one thing after another: deadlines, documents, mail. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface Instead {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly smtpUrl?: string;
  readonly folder?: string;
  /** Published beside what ships. */
  readonly workflows?: readonly DefinitionInput[];
}

/** What pages, mail and documents say; the same for every server, whatever its port. */
const ORIGIN = 'http://localhost';
const PLENTY = { burst: 1_000_000, perSecond: 1_000_000 };
const NO_LIMITS: RateLimits = { user: PLENTY, address: PLENTY, signIn: PLENTY, rehearsal: PLENTY, upload: PLENTY };

/**
 * A server on a real port over the same composition as in production, without its tickers: time passes, and mail leaves,
 * when the test says so.
 */
export async function aComposedServer(instead: Instead = {}): Promise<ComposedServer> {
  const { clock, ids = nodeIds } = instead;
  const folder = instead.folder ?? mkdtempSync(join(tmpdir(), 'parley-http-'));
  const listening = await listen(0, '127.0.0.1');
  const origin = `http://127.0.0.1:${listening.port}`;
  const errors: unknown[] = [];
  const parley = await compose({
    path: folder,
    origin: ORIGIN,
    mode: 'production',
    smtpUrl: instead.smtpUrl,
    report: (error) => errors.push(error),
    ...(clock ? { clockOf: () => clock } : {}),
  });
  const ports = { ...parley.ports, ids };
  await importShipped(ports, 'production', () => {});
  await publish(ports, instead.workflows ?? []);
  const app = createApp({
    ...ports,
    settings: { mode: 'production', origin: ORIGIN, rateLimits: NO_LIMITS },
    log: () => {},
    logError: (error) => errors.push(error),
    metrics: async () => ({ contentType: 'text/plain', text: '' }),
    readiness: readinessOf(ports.registry, ports.wallClock, async () => {}),
    inspectUpload,
    renderDocument: parley.effects.renderDocument,
    addressOf: clientAddress,
  });
  listening.answerWith(app.fetch as Answering);
  return {
    origin,
    parley,
    errors,
    signIn: (name, roles = [], language = 'en') => signIn({ ports, origin }, { name, roles, language }),
    async settle() {
      for (;;) {
        const ran = await runDueDeadlines(ports, 1, (error) => errors.push(error));
        if (ran + (await drainOutbox(ports, parley.effects, 1)) === 0) return;
      }
    },
    async stop() {
      await listening.close(0);
      await parley.close();
      if (!instead.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

type ServedPorts = Parley['ports'];

async function publish({ registry, clock, ids }: ServedPorts, workflows: readonly DefinitionInput[]): Promise<void> {
  const at = clock.now();
  await registry.commit((tx) => {
    for (const definition of workflows) {
      if (tx.currentWorkflow(definition.id, at)) continue;
      const json = JSON.stringify(definition);
      const sha256 = ids.hash(json);
      const row = { id: definition.id, version: 1, sha256, json, publishedBy: 'test', approvedBy: null };
      tx.insertVersion({ ...row, publishedAt: at, opensFrom: at });
    }
  });
}

interface Account {
  readonly name: string;
  readonly roles: readonly MembershipRole[];
  readonly language: string;
}

async function signIn(
  { ports, origin }: { readonly ports: ServedPorts; readonly origin: string },
  { name, roles, language }: Account,
): Promise<Person> {
  const email = `${name.toLowerCase()}@people.example`;
  const { registry, ids, wallClock } = ports;
  await registry.commit((tx) => {
    if (tx.userByEmail(email)) return;
    tx.insertUser({ id: ids.newId(), email, name, language, roles }, wallClock.now());
  });
  const issued = await issueToken(ports, email);
  if (!issued) throw new Error(`${name} could not sign in`);
  return aPerson(aCaller(origin, issued.token), issued.user.id, email);
}
