import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { viewerOf } from '../../src/app/auth/viewer-for.ts';
import { drainOutbox } from '../../src/app/drain-outbox.ts';
import { handleCommand } from '../../src/app/handle-command.ts';
import { openCase } from '../../src/app/open-case.ts';
import type { Effects } from '../../src/app/ports/effects.ts';
import { runDueDeadlines } from '../../src/app/run-due-deadlines.ts';
import { everyAudience } from '../../src/domain/access/every-audience.ts';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { MembershipRole } from '../../src/domain/viewer.ts';
import type { NotifySettings } from '../../src/effects/notify-texts.ts';
import { compose, type Parley } from '../../src/runtime/compose.ts';
import { importShipped } from '../../src/runtime/shipped/import-shipped.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { TestClock } from './a-tribunal.ts';

/** A tribunal on a real data folder with a real outbox; time passes when the test says so. */
export interface OutboxWorld {
  readonly clock: TestClock;
  parley: Parley;
  effects: Effects;
  /** What was reported as unforeseen. */
  readonly reports: unknown[];
  /** The program dies and another starts on the same folder: nothing of what it had in hand goes on. */
  restart(): Promise<void>;
  /** Carries out what is due until nothing is. */
  drain(): Promise<number>;
  /** Opens a case of Ada's against these addresses and has its notice issued. */
  sue(...addresses: readonly string[]): Promise<string>;
  /** Does something in a case, as one of the three people of this world. */
  act(name: string, caseId: string, type: string, data?: object, party?: string): Promise<void>;
  viewer(name: string): ReturnType<typeof viewer>;
  /** Opens the same case, and leaves it before its notice is issued. */
  claim(...addresses: readonly string[]): Promise<string>;
  notices(caseId: string): ReturnType<typeof noticesOf>;
}

export interface OutboxSettings {
  readonly smtpUrl?: string;
  readonly texts?: NotifySettings;
  readonly mode?: 'demo' | 'production';
  readonly definition?: DefinitionInput;
}

export async function anOutbox({
  smtpUrl,
  texts,
  mode = 'production',
  definition = depositDispute,
}: OutboxSettings = {}): Promise<OutboxWorld> {
  const path = mkdtempSync(join(tmpdir(), 'parley-outbox-'));
  const clock = new TestClock();
  const reports: unknown[] = [];
  const opened: Parley[] = [];
  const open = async () => {
    const parley = await compose({
      path,
      origin: 'https://tribunal.example',
      mode,
      smtpUrl,
      texts,
      clockOf: () => clock,
      report: (error) => reports.push(error),
    });
    opened.push(parley);
    return parley;
  };
  const parley = await open();
  onTestFinished(async () => {
    await Promise.all(opened.map((one) => one.close()));
    rmSync(path, { recursive: true, force: true });
  });
  await importShipped(parley.ports, 'production', () => {});
  await publish(parley, definition);
  await Promise.all([
    account(parley, 'ada', []),
    account(parley, 'rita', ['registrar']),
    account(parley, 'mia', ['member']),
  ]);
  const world: OutboxWorld = {
    clock,
    parley,
    effects: parley.effects,
    reports,
    async restart() {
      world.parley = await open();
      world.effects = world.parley.effects;
      await world.parley.ports.registry.commit((tx) => tx.releaseLeases());
    },
    async drain() {
      const { ports } = world.parley;
      let carriedOut = 0;
      for (;;) {
        const done = (await runDueDeadlines(ports)) + (await drainOutbox(ports, world.effects));
        carriedOut += done;
        if (done === 0) return carriedOut;
      }
    },
    act: (name, caseId, type, data, party) => act(world.parley, name, caseId, type, data, party),
    viewer: (name) => viewer(world.parley, name),
    claim: (...addresses) => claim(world, addresses),
    sue: (...addresses) => sue(world, addresses),
    notices: (caseId) => noticesOf(world.parley, caseId),
  };
  return world;
}

async function publish({ ports }: Parley, definition: DefinitionInput): Promise<void> {
  const json = JSON.stringify(definition);
  const at = ports.clock.now();
  const row = {
    id: definition.id,
    version: 1,
    sha256: ports.ids.hash(json),
    json,
    publishedAt: at,
    publishedBy: 'test',
    approvedBy: null,
    opensFrom: at,
  };
  await ports.registry.commit((tx) => tx.insertVersion(row));
}

async function account({ ports }: Parley, name: string, roles: readonly MembershipRole[]): Promise<void> {
  const user = { id: name, email: `${name}@example.org`, name: name.toUpperCase(), language: 'en', roles };
  await ports.registry.commit((tx) => tx.insertUser(user, ports.clock.now()));
}

function viewer({ ports }: Parley, name: string) {
  const user = ports.registry.read((reads) => reads.user(name));
  if (!user) throw new Error(`there is no ${name} in this test`);
  return viewerOf(user);
}

async function sue(world: OutboxWorld, addresses: readonly string[]): Promise<string> {
  const caseId = await claim(world, addresses);
  await act(world.parley, 'rita', caseId, 'ISSUE_NOTICE');
  return caseId;
}

async function claim({ parley }: OutboxWorld, addresses: readonly string[]): Promise<string> {
  const { ports } = parley;
  const ada = viewer(parley, 'ada');
  const respondents = addresses.map((email, index) => ({
    role: 'respondent',
    name: `Ben Okri ${index + 1}`,
    ...(email ? { email } : {}),
  }));
  const opened = await openCase(ports, ada, {
    workflow: 'deposit',
    parties: [{ role: 'applicant', name: 'Ada Byron', email: 'ada@example.org' }, ...respondents],
  });
  if (!opened || isRefusal(opened)) throw new Error(`Ada could not open a case: ${JSON.stringify(opened)}`);
  await act(parley, 'ada', opened.id, 'SUBMIT', { amount: 120_000, what: 'He kept my deposit.' });
  await act(parley, 'ada', opened.id, 'PAY');
  return opened.id;
}

async function act(
  parley: Parley,
  name: string,
  caseId: string,
  type: string,
  data?: object,
  party?: string,
): Promise<void> {
  const request = { type, party, ...(data ? { data: data as Record<string, unknown> } : {}) };
  const ports = { ...parley.ports, canText: true };
  const answer = await handleCommand(ports, viewer(parley, name), caseId, request, 'en');
  if (!answer || isRefusal(answer)) throw new Error(`${name} could not ${type}: ${JSON.stringify(answer)}`);
}

function noticesOf({ ports }: Parley, caseId: string) {
  return ports.registry.read((reads) => {
    const caseFile = reads.caseFile(caseId);
    if (!caseFile) throw new Error(`there is no case ${caseId}`);
    return reads.part('notices', caseId, everyAudience(caseFile), { limit: 100 }).items;
  });
}
