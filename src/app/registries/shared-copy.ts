import type { Clock } from '../ports/clock.ts';
import type { Home, Shared } from '../ports/home.ts';
import { type Registry, type RegistryReads, type RegistryTransaction, StorageUnavailable } from '../ports/registry.ts';
import { versionKey } from './home-of.ts';

/** A registry's copy of what the tribunal's registries share: published versions, calendars, names, people with roles. */
export interface SharedCopy {
  /** Answers once the copy is of this revision, or of a later one. */
  upTo(revision: number): Promise<void> | undefined;
  /** Answers once the copy is what the home registry has now. */
  upToDate(): Promise<void>;
}

/** Where a copy says which revision it is of. */
const SETTING = 'shared.revision';

/**
 * Keeps the copy of one registry. It is taken again when the home registry names another revision, which costs nothing to
 * see: the number comes with the answer to who is asking. All of it is written in one transaction of this registry.
 */
export function sharedCopy(registry: Registry, home: Home, clock: Clock): SharedCopy {
  let mine = registry.read((reads) => reads.setting(SETTING));
  let underWay: Promise<void> | undefined;
  return {
    upTo: (revision) => (revision === mine ? undefined : reach(revision)),
    async upToDate() {
      await reach(await home.revision());
    },
  };

  /** What was under way when the revision became known may have been asked for before. */
  async function reach(revision: number): Promise<void> {
    if (underWay) await underWay;
    if (mine !== revision) await (underWay ?? taking());
  }

  function taking(): Promise<void> {
    underWay = take().finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function take(): Promise<void> {
    try {
      const shared = await home.shared(registry.read(versionsAtHand));
      await registry.commit((tx) => keep(tx, shared, clock.now()));
      mine = shared.revision;
    } catch (error) {
      // With a full disk people can still read; who wants to write hears of it then.
      if (!(error instanceof StorageUnavailable)) throw error;
    }
  }
}

function versionsAtHand(reads: RegistryReads): string[] {
  return reads.workflows().flatMap(({ id, latestVersion }) =>
    Array.from({ length: latestVersion }, (_, index) => index + 1)
      .filter((version) => reads.workflowVersion(id, version))
      .map((version) => versionKey(id, version)),
  );
}

/** The revision stands last: it is of the home registry, whatever this one counted while it copied. */
function keep(tx: RegistryTransaction, { members, versions, settings, revision }: Shared, at: string): void {
  tx.copyMembers(members, at);
  for (const version of versions) if (!tx.workflowVersion(version.id, version.version)) tx.insertVersion(version);
  for (const [name, value] of Object.entries(settings)) tx.putSetting(name, value);
  tx.putSetting(SETTING, revision);
}
