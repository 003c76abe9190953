import type { Clock } from '../app/ports/clock.ts';
import type { Effects, MailRoute } from '../app/ports/effects.ts';
import type { Tribunal } from '../domain/process.ts';
import { textIn } from '../domain/text-in.ts';
import { type BackoffLimits, MAX_ATTEMPTS, nextAttempt } from './backoff.ts';
import { documentModelOf } from './document-model-of.ts';
import { createMailer, type Mailer } from './mail.ts';
import { mailMessageId } from './mail-message-id.ts';
import { noticeModelOf } from './notice-model-of.ts';
import { renderDocument } from './render-document.ts';
import { renderNotice } from './render-notice.ts';
import { signInCodeModel } from './sign-in-code-model.ts';

export interface EffectsSettings {
  readonly tribunal: Tribunal;
  /** The address that mail comes from; its domain also names the Message-IDs. */
  readonly mailFrom: string;
  /** `SMTP_URL`. Without it mail stays in the outbox, and in demo mode counts as read there. */
  readonly smtpUrl?: string | undefined;
  readonly isDemo: boolean;
  readonly wallClock: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** How often and how soon a failed effect is tried again, when not as `nextAttempt` has it: tests do not wait for minutes. */
  readonly retry?: BackoffLimits & { attempts?: number };
  readonly report: Effects['report'];
}

/**
 * What the outbox carries out, by this machine's means: Typst for documents, React Email for notices, one mail server.
 *
 * @throws with what to set when `SMTP_URL` or the sender's address cannot be used.
 */
export function createEffects(settings: EffectsSettings): { effects: Effects; close: () => Promise<void> } {
  const { tribunal, mailFrom, wallClock, random, report, retry } = settings;
  const mostAttempts = retry?.attempts ?? MAX_ATTEMPTS;
  const mailer = openMailer(settings);
  const domain = mailFrom.slice(mailFrom.indexOf('@') + 1);
  const effects: Effects = {
    renderDocument: (content, of, link) =>
      renderDocument(documentModelOf(content, namedIn(of, content.language), link ? { answerAt: link } : {})),
    renderNotice: (notice, around) => renderNotice(noticeModelOf(notice, around)),
    renderSignInCode: (mail, of) => renderNotice(signInCodeModel(mail, of)),
    mail: routeOf(mailer, settings.isDemo),
    messageIdOf: (key) => mailMessageId(key, domain),
    retryInMs: (attempts) => (attempts >= mostAttempts ? undefined : nextAttempt(attempts, random, retry)),
    tribunal,
    wallClock,
    report,
  };
  return { effects, close: async () => mailer?.close() };
}

function openMailer({ smtpUrl, mailFrom, tribunal }: EffectsSettings): Mailer | undefined {
  if (!smtpUrl) return undefined;
  return createMailer({ url: smtpUrl, from: { address: mailFrom, name: textIn(tribunal.name, 'en') } });
}

function routeOf(mailer: Mailer | undefined, isDemo: boolean): MailRoute {
  if (mailer) return { kind: 'server', send: mailer.send };
  return { kind: isDemo ? 'mailbox' : 'none' };
}

function namedIn({ name, address }: Tribunal, language: string) {
  return { name: textIn(name, language), address: textIn(address, language) };
}
