import type { AuthPorts } from './auth-ports.ts';

/** Signs out: the token is nothing from now on. Also for a token that was nothing before. */
export async function endSession({ registry, ids }: AuthPorts, token: string): Promise<void> {
  const tokenHash = ids.hash(token);
  const found = registry.read((reads) => reads.session(tokenHash));
  if (found) await registry.commit((tx) => tx.deleteSession(found.session.id));
}
