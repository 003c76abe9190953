import type { Effects } from '../app/ports/effects.ts';
import { textIn } from '../domain/text-in.ts';
import { type EffectsSettings as CommonSettings, composeEffects } from './compose-effects.ts';
import { renderDocument } from './documents/render-document.ts';
import { createMailer, type Mailer } from './mail/mail.ts';
import { createTextSender, type NotifySettings } from './notify-texts.ts';

export interface EffectsSettings extends CommonSettings {
  /** `SMTP_URL`. Without it mail stays in the outbox, and in demo mode counts as read there. */
  readonly smtpUrl?: string | undefined;
  /** Without it nobody is sent text messages, and in demo mode they are kept as mail is. */
  readonly texts?: NotifySettings | undefined;
}

/**
 * What the outbox carries out, by this machine's means: Typst for documents, React Email for notices, one mail server.
 *
 * @throws with what to set when `SMTP_URL` or the sender's address cannot be used.
 */
export function createEffects(settings: EffectsSettings): { effects: Effects; close: () => Promise<void> } {
  const mailer = openMailer(settings);
  const effects = composeEffects(settings, {
    renderDocument,
    send: mailer?.send,
    sendText: settings.texts && createTextSender(settings.texts),
  });
  return { effects, close: async () => mailer?.close() };
}

function openMailer({ smtpUrl, mailFrom, tribunal }: EffectsSettings): Mailer | undefined {
  if (!smtpUrl) return undefined;
  return createMailer({ url: smtpUrl, from: { address: mailFrom, name: textIn(tribunal.name, 'en') } });
}
