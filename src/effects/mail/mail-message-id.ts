import { createHash } from 'node:crypto';

/**
 * The Message-ID of an outbox row's mail: always the same for the same key, so that a mail sent twice after a crash is
 * recognisable as one. The key is hashed: it names cases and parties, which are nobody's business on the way.
 *
 * @example mailMessageId('CASE/7/dispute-notice/PARTY/email', 'tribunal.example') // '<3f…@tribunal.example>'
 */
export function mailMessageId(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}
