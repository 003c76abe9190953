import { decideAndSave } from '../decide-and-save.ts';
import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import type { DocumentRow } from '../ports/rows.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import type { OutboxPorts } from './outbox-ports.ts';

/**
 * Looks for viruses in a file that was taken while nobody could: clean, it is opened to those it is for; infected, it
 * stays shut for good, and its party is told. While the scanner is away it waits, however long that is.
 */
export async function scanFile(
  ports: OutboxPorts,
  { scan }: Effects,
  { subject }: Pick<OutboxRow, 'subject'>,
): Promise<EffectOutcome> {
  const document = ports.registry.read((reads) => reads.document(subject));
  if (document?.quarantine !== 'waiting' || !document.sha256) return { kind: 'lapsed', response: 'it waits no longer' };
  if (!scan) return { kind: 'held', response: 'no virus scanner is set' };
  const bytes = await ports.blobs.get(document.sha256);
  if (!bytes) throw new Error(`the bytes of document ${subject} are missing; restore them from a backup`);
  const found = await scan(await new Response(bytes).bytes()).catch(String);
  if (found !== 'clean' && found !== 'infected') return { kind: 'held', response: found };
  await ports.registry.commit((tx) => {
    tx.endQuarantine(subject, found);
    if (found === 'infected') tellParty(ports, tx, document);
  });
  return { kind: 'accepted', response: found };
}

function tellParty(ports: OutboxPorts, tx: RegistryTransaction, { id, caseId, party, filename }: DocumentRow): void {
  if (party === null) return;
  const refused = { kind: 'fileRefused', actor: { kind: 'engine' }, party, document: id, filename } as const;
  decideAndSave(ports, tx, caseId, refused);
}
