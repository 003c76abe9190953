import type { Channel } from './notice-schema.ts';
import type { Definition } from './schema.ts';

/** Whether a process sends anything by a channel: what it does not send cannot be chosen. */
export function isSentBy({ notices }: Pick<Definition, 'notices'>, channel: Channel): boolean {
  return Object.values(notices).some(({ channels }) => channels.includes(channel));
}
