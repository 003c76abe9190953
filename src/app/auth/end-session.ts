import type { ProvenBy } from '../../domain/proven-by.ts';
import type { AuthPorts } from './auth-ports.ts';

/** Signs out: the token is nothing from now on. Also for a token that was nothing before. Answers how its holder had signed in. */
export async function endSession({ registry, ids }: AuthPorts, token: string): Promise<ProvenBy | undefined> {
  const tokenHash = ids.hash(token);
  const found = registry.read((reads) => reads.session(tokenHash));
  if (found) await registry.commit((tx) => tx.deleteSession(found.session.id));
  return found?.session.provenBy ?? undefined;
}
