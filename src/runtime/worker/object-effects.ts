import type { Effects } from '../../app/ports/effects.ts';
import type { Tribunal } from '../../domain/process/process.ts';
import { textIn } from '../../domain/text-in.ts';
import { composeEffects } from '../../effects/compose-effects.ts';
import { remoteRenderer } from '../../effects/documents/remote-renderer.ts';
import { connectByName } from '../../effects/mail/connect-by-name.ts';
import { createMailer, type Mailer } from '../../effects/mail/mail.ts';
import { wallClock } from '../wall-clock.ts';
import type { WorkerSettings } from './worker-settings.ts';

export interface ObjectEffects {
  readonly effects: Effects;
  /** Lets the mail server go: an object that holds a connection can never sleep. */
  hangUp(): Promise<void>;
}

/** A Durable Object's means: a render service for documents, and connections to the mail server while the alarm rings. */
export function objectEffects(
  { smtpUrl, renderService, mode }: WorkerSettings,
  tribunal: Tribunal,
  report: Effects['report'],
): ObjectEffects {
  const from = { address: tribunal.contact, name: textIn(tribunal.name, 'en') };
  let mailer: Mailer | undefined;
  const effects = composeEffects(
    { tribunal, mailFrom: tribunal.contact, isDemo: mode === 'demo', wallClock, random: Math.random, report },
    {
      renderDocument: renderService ? remoteRenderer(renderService) : noRenderer,
      send: smtpUrl
        ? (message) => {
            mailer ??= createMailer({ url: smtpUrl, from, connect: connectByName });
            return mailer.send(message);
          }
        : undefined,
    },
  );
  return {
    effects,
    async hangUp() {
      const open = mailer;
      mailer = undefined;
      await open?.close();
    },
  };
}

function noRenderer(): never {
  throw new Error('no render service is set, so documents cannot be made; set RENDER_URL and RENDER_SECRET');
}
