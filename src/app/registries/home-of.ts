import { MEMBERSHIP_ROLES } from '../../domain/viewer.ts';
import type { AuthPorts } from '../auth/auth-ports.ts';
import { viewerFor } from '../auth/viewer-for.ts';
import type { Home, Shared } from '../ports/home.ts';
import type { UserRow } from '../ports/identity.ts';
import type { RegistryReads } from '../ports/registry.ts';
import type { WorkflowVersionRow } from '../ports/workflows.ts';
import { directoryOf } from './directory.ts';
import { SHARED_SETTINGS } from './shared-settings.ts';

/** The home registry as the others ask it. */
export function homeOf(ports: AuthPorts): Home {
  const { registry } = ports;
  return {
    async viewerFor(token) {
      const viewer = (await viewerFor(ports, token)) ?? null;
      return { viewer, revision: registry.read((reads) => reads.sharedRevision()) };
    },
    revision: async () => registry.read((reads) => reads.sharedRevision()),
    shared: async (versionsAtHand) => registry.read((reads) => shared(reads, new Set(versionsAtHand))),
    registries: async () => registry.read(directoryOf),
  };
}

function shared(reads: RegistryReads, versionsAtHand: ReadonlySet<string>): Shared {
  const settings = SHARED_SETTINGS.map((name) => [name, reads.setting(name)] as const);
  return {
    revision: reads.sharedRevision(),
    members: membersOf(reads),
    versions: versionsBeside(reads, versionsAtHand),
    settings: Object.fromEntries(settings.filter(([, value]) => value !== undefined)),
  };
}

function membersOf(reads: RegistryReads): readonly UserRow[] {
  const holders = MEMBERSHIP_ROLES.flatMap((role) => reads.usersWithRole(role));
  return [...new Map(holders.map((user) => [user.id, user])).values()];
}

function versionsBeside(reads: RegistryReads, atHand: ReadonlySet<string>): readonly WorkflowVersionRow[] {
  return reads.workflows().flatMap(({ id, latestVersion }) =>
    Array.from({ length: latestVersion }, (_, index) => index + 1)
      .filter((version) => !atHand.has(versionKey(id, version)))
      .flatMap((version) => reads.workflowVersion(id, version) ?? []),
  );
}

/** How a workflow version is named between registries. */
export function versionKey(id: string, version: number): string {
  return `${id}/${version}`;
}
