import type { Ports } from '../ports/ports.ts';

/** What carrying out effects needs of the registry's side. */
export type OutboxPorts = Pick<Ports, 'registry' | 'clock' | 'ids' | 'processOf' | 'blobs'>;
