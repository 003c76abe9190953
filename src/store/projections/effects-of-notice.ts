import type { NoticeSent } from '../../domain/fact.ts';
import { goesByMail } from './goes-by-mail.ts';

/** What has to happen for a notice beside its being in the portal. Each has the key `<case>/<notice>/<channel>`. */
export function effectsOfNotice(notice: Pick<NoticeSent, 'channels' | 'to'>) {
  return [
    ...(goesByMail(notice) ? [{ channel: 'email', kind: 'mail' } as const] : []),
    ...(notice.channels.includes('sms') ? [{ channel: 'sms', kind: 'sms' } as const] : []),
    ...(notice.channels.includes('letter') ? [{ channel: 'letter', kind: 'letter' } as const] : []),
  ];
}
