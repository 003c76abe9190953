import type { Clock } from '../../app/ports/clock.ts';
import type { Ids } from '../../app/ports/ids.ts';
import type { Registry, RegistryTransaction } from '../../app/ports/registry.ts';
import { checkDefinition } from '../../domain/definition/check/check-definition.ts';
import { readDefinition } from '../../domain/definition/check/read-definition.ts';
import type { Calendar } from '../../domain/time/calendar-schema.ts';
import { addCalendars, calendarIds } from '../kept-calendars.ts';

export interface ImportPorts {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'hash'>;
}

/** What comes with the program: on Node files of the checkout, in a Worker a part of its bundle. */
export interface ShippedTexts {
  readonly calendars: readonly Calendar[];
  readonly workflows: readonly { readonly id: string; readonly json: string }[];
}

/** Something that an operator should know about. */
export type Remark = (sentence: string) => void;

/** Who published what came with the program. */
const SHIPPED = 'shipped';

/**
 * Brings the calendars and workflows that come with the program into a registry. A workflow that it does not have is
 * published as version 1. One whose file has changed since becomes the next version in a demonstration; elsewhere it
 * becomes a draft, for two administrators to publish: what new cases run on is their word, not an upgrade's.
 */
export async function publishShipped(
  ports: ImportPorts,
  { calendars, workflows }: ShippedTexts,
  mode: 'demo' | 'production',
  remark: Remark,
): Promise<void> {
  const at = ports.clock.now();
  const shipped = workflows.map(({ id, json }): Shipped => ({ id, json, sha256: ports.ids.hash(json) }));
  await ports.registry.commit((tx) => {
    for (const { id, version } of addCalendars(tx, calendars, at))
      remark(`calendars/${id}.json differs from its version ${version} as kept; raise its version to use it`);
    for (const workflow of shipped) importWorkflow(tx, workflow, { at, mode, remark });
  });
}

interface Shipped {
  readonly id: string;
  readonly json: string;
  readonly sha256: string;
}

interface Occasion {
  readonly at: string;
  readonly mode: 'demo' | 'production';
  readonly remark: Remark;
}

function importWorkflow(tx: RegistryTransaction, shipped: Shipped, occasion: Occasion): void {
  const setting = `shipped.${shipped.id}`;
  if (tx.setting(setting) === shipped.sha256) return;
  const latest = tx.workflows().find(({ id }) => id === shipped.id)?.latestVersion ?? 0;
  if (!isKnown(tx, shipped, latest)) {
    requireSound(shipped, calendarIds(tx));
    if (latest === 0 || occasion.mode === 'demo') publish(tx, shipped, latest + 1, occasion.at);
    else propose(tx, shipped, occasion);
  }
  tx.putSetting(setting, shipped.sha256);
}

function isKnown(tx: RegistryTransaction, { id, sha256 }: Shipped, latest: number): boolean {
  const versions = Array.from({ length: latest }, (_, index) => tx.workflowVersion(id, index + 1));
  return versions.some((version) => version?.sha256 === sha256);
}

function publish(tx: RegistryTransaction, { id, json, sha256 }: Shipped, version: number, at: string): void {
  const row = { id, version, sha256, json, publishedAt: at, publishedBy: SHIPPED, approvedBy: null, opensFrom: at };
  tx.insertVersion(row);
}

function propose(tx: RegistryTransaction, { id, json, sha256 }: Shipped, { at, remark }: Occasion): void {
  if (tx.workflowDraft(id)) {
    remark(`workflows/${id}.json has changed, but its draft holds someone's work; compare them before publishing`);
    return;
  }
  tx.putDraft({ id, json, sha256, savedBy: SHIPPED, savedAt: at, proposal: null });
  remark(`workflows/${id}.json has changed; it is a draft now, for two administrators to publish`);
}

function requireSound({ id, json }: Shipped, calendars: readonly string[]): void {
  const read = readDefinition(json);
  const problems = 'json' in read ? checkDefinition(read.json, { calendars }).problems : read.problems;
  const first = problems.find(({ severity }) => severity === 'error');
  if (first) throw new Error(`workflows/${id}.json cannot be published: ${first.path} ${first.message} ${first.fix}`);
}
