import type { Refusal } from '../../domain/refusal.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { CaseView } from '../case-view.ts';
import type { Idempotency } from '../idempotency.ts';
import { type OpenRequest, openCase } from '../open-case.ts';
import type { Wide } from '../ports/everywhere.ts';
import type { Ports } from '../ports/ports.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import { HOME } from '../registry-of.ts';
import { directoryOf } from './directory.ts';

/**
 * Opens a case in the registry that takes new ones; asked of the home registry, which alone knows where that is. What came
 * with a key is opened where the key was first used, whatever has been opened or closed since: once is once.
 */
export async function openWhereOpen(
  ports: Ports & Wide,
  viewer: Viewer,
  request: OpenRequest,
  idempotency?: Idempotency,
): Promise<CaseView | Refusal | undefined> {
  if (!ports.everywhere?.others().length || viewer.kind === 'stranger')
    return openCase(ports, viewer, request, idempotency);
  const place = await ports.registry.commit((tx) => placeFor(ports, tx, viewer.userId, idempotency));
  if (place === HOME) return openCase(ports, viewer, request, idempotency);
  // Asked again: an operator may have opened it a moment ago.
  const desk = ports.everywhere.others().find(({ id }) => id === place);
  if (!desk) throw new Error(`registry ${place} takes new cases and cannot be reached; bring it back, or close it`);
  return desk.openCase(viewer, request, idempotency);
}

type Chooser = Pick<Ports, 'clock' | 'ids'>;

function placeFor(
  ports: Chooser,
  tx: RegistryTransaction,
  userId: string,
  idempotency: Idempotency | undefined,
): string {
  if (!idempotency) return chosen(ports, tx);
  const { key } = idempotency;
  if (tx.idempotent(userId, key)) return HOME;
  const scope = `place/${userId}`;
  const known = tx.idempotent(scope, key);
  if (known) return known.body;
  const body = chosen(ports, tx);
  tx.rememberIdempotent(scope, key, { requestHash: '', status: 201, body, at: ports.clock.now() });
  return body;
}

/** Where several take new cases, each is as likely as the next. */
function chosen({ ids }: Chooser, tx: RegistryTransaction): string {
  const open = directoryOf(tx).filter(({ takesNewCases }) => takesNewCases);
  return open[Number(ids.newCode()) % open.length]?.id ?? HOME;
}
