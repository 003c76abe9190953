import type { Viewer } from '../../domain/viewer.ts';
import type { AuthPorts } from './auth-ports.ts';

/** Lets a user be known by no Digital ID any more. False for who could not sign in then: they have no address. */
export async function unlinkIdentities({ registry, wallClock }: AuthPorts, viewer: Viewer): Promise<boolean> {
  if (viewer.kind === 'stranger' || viewer.email === '') return false;
  const { userId } = viewer;
  const at = wallClock.now();
  await registry.commit((tx) => {
    for (const identity of tx.identitiesOf(userId)) tx.deleteIdentity(identity);
    tx.audit({ at, userId, action: 'identity.unlink', subject: `user/${userId}` });
  });
  return true;
}
