import type { NoticeSent } from '../../domain/fact.ts';

/** Whether a notice leaves by e-mail: its reader gave an address, or is of the tribunal, whose addresses the registry has. */
export function goesByMail({ channels, to }: Pick<NoticeSent, 'channels' | 'to'>): boolean {
  return channels.includes('email') && (to.email !== undefined || to.userId !== undefined);
}
