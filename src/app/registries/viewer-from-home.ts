import type { Viewer } from '../../domain/viewer.ts';
import type { Clock } from '../ports/clock.ts';
import type { Home } from '../ports/home.ts';
import { type Registry, StorageUnavailable } from '../ports/registry.ts';
import type { SharedCopy } from './shared-copy.ts';

type User = Extract<Viewer, { kind: 'user' }>;

/**
 * Who holds a token, for a registry that is not home: home is asked each time, so that a session that ended, or a role
 * that was taken away, is so everywhere at once. By the time this answers, the copy of what is shared is as new as that.
 */
export async function viewerFromHome(
  place: { readonly registry: Registry; readonly wallClock: Clock; readonly home: Home; readonly copy: SharedCopy },
  token: string,
): Promise<User | undefined> {
  const { viewer, revision } = await place.home.viewerFor(token);
  await place.copy.upTo(revision);
  if (!viewer) return undefined;
  await noteVisitor(place, viewer);
  return viewer;
}

/** What someone does in a case bears their name for others: it is known wherever they act. */
async function noteVisitor(
  { registry, wallClock }: { readonly registry: Registry; readonly wallClock: Clock },
  { userId: id, email, name, language, roles }: User,
): Promise<void> {
  const known = registry.read((reads) => reads.user(id));
  if (known?.email === email && known.name === name && known.language === language) return;
  try {
    await registry.commit((tx) => tx.copyUser({ id, email, name, language, roles }, wallClock.now()));
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
  }
}
