import { may } from '../../domain/access/authority.ts';
import type { MigrationMap } from '../../domain/command.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registry, RegistryReads, RegistryTransaction } from '../ports/registry.ts';

/** Which cases of a workflow are to move, and how: all that an administrator answers for. */
export interface MigrationPlan extends MigrationMap {
  readonly from: number;
  readonly to: number;
}

/** A plan with the words that were given for it. One stands at a time for a workflow: another one takes its place. */
export interface MigrationProposal extends MigrationPlan {
  readonly by: string;
  readonly at: string;
  /** The second administrator; null as long as there is none. From then on whoever administers may carry it out. */
  readonly approvedBy: string | null;
}

export type MigrationWord =
  | { readonly kind: 'approved' }
  /** The first administrator's word; another one's is missing. */
  | { readonly kind: 'proposed'; readonly proposal: MigrationProposal }
  /** Nobody approves what they proposed. */
  | { readonly kind: 'refused'; readonly reason: 'SamePerson' };

interface Home {
  readonly registry: Registry;
  readonly clock: Clock;
}

/**
 * An administrator's word that cases be moved by a plan, kept in the home registry. The first one proposes; the word of
 * another, for the very same plan, approves it for good. Undefined for who is no administrator, or when there is no such
 * version.
 */
export async function approveMigration(
  { registry, clock }: Home,
  viewer: Viewer,
  workflow: string,
  plan: MigrationPlan,
): Promise<MigrationWord | undefined> {
  if (viewer.kind === 'stranger' || !may(viewer, 'workflow.publish', undefined)) return undefined;
  return registry.commit((tx) => {
    if (!tx.workflowVersion(workflow, plan.from) || !tx.workflowVersion(workflow, plan.to)) return undefined;
    return proposeOrApprove(tx, viewer, workflow, plan, clock.now());
  });
}

function proposeOrApprove(
  tx: RegistryTransaction,
  by: Extract<Viewer, { kind: 'user' }>,
  workflow: string,
  plan: MigrationPlan,
  at: string,
): MigrationWord {
  const keep = (action: string, proposal: MigrationProposal) => {
    tx.putSetting(settingOf(workflow), proposal);
    const subject = `workflow/${workflow}/migrations/${plan.from}-${plan.to}`;
    tx.audit({ at, userId: by.userId, action, subject });
  };
  const stands = proposalOf(tx, workflow);
  if (!stands || !isSamePlan(stands, plan)) {
    const { from, to, states, fields, recompute } = plan;
    const proposal = { from, to, states, fields, recompute, by: by.userId, at, approvedBy: null };
    keep('migration.propose', proposal);
    return { kind: 'proposed', proposal };
  }
  if (stands.approvedBy) return { kind: 'approved' };
  if (!may(by, 'workflow.approve', { proposedBy: stands.by })) return { kind: 'refused', reason: 'SamePerson' };
  keep('migration.approve', { ...stands, approvedBy: by.userId });
  return { kind: 'approved' };
}

/** The plan that stands for a workflow; undefined when there is none, or for who is no administrator. */
export function readMigration({ registry }: Home, viewer: Viewer, workflow: string): MigrationProposal | undefined {
  if (!may(viewer, 'workflow.edit', undefined)) return undefined;
  return registry.read((reads) => proposalOf(reads, workflow));
}

function proposalOf(reads: Pick<RegistryReads, 'setting'>, workflow: string): MigrationProposal | undefined {
  return reads.setting(settingOf(workflow)) as MigrationProposal | undefined;
}

function settingOf(workflow: string): string {
  return `migration/${workflow}`;
}

/** Whatever the order in which a client names states and fields. */
function isSamePlan(one: MigrationPlan, other: MigrationPlan): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ from, to, states, fields, recompute }: MigrationPlan): string {
  const sorted = (map: Readonly<Record<string, string>>) =>
    Object.entries(map).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([from, to, sorted(states), sorted(fields), recompute.toSorted()]);
}
