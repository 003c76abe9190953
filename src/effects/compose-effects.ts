import { say, wordsFor } from '../../templates/words.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Effects, OutgoingText, SendOutcome } from '../app/ports/effects.ts';
import type { Tribunal } from '../domain/process/process.ts';
import { textIn } from '../domain/text-in.ts';
import { type BackoffLimits, MAX_ATTEMPTS, nextAttempt } from './backoff.ts';
import type { DocumentModel } from './documents/document-model.ts';
import { documentModelOf } from './documents/document-model-of.ts';
import { letterModelOf } from './documents/letter-model-of.ts';
import { codeAskedModel } from './mail/code-asked-model.ts';
import { formLinkModel } from './mail/form-link-model.ts';
import type { SendMail } from './mail/mail.ts';
import { mailMessageId } from './mail/mail-message-id.ts';
import { noticeModelOf } from './mail/notice-model-of.ts';
import { renderNotice } from './mail/render-notice.ts';
import { signInCodeModel } from './mail/sign-in-code-model.ts';

export interface EffectsSettings {
  readonly tribunal: Tribunal;
  /** The address that mail comes from; its domain also names the Message-IDs. */
  readonly mailFrom: string;
  readonly isDemo: boolean;
  readonly wallClock: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** How often and how soon a failed effect is tried again, when not as `nextAttempt` has it: tests do not wait for minutes. */
  readonly retry?: BackoffLimits & { attempts?: number };
  readonly report: Effects['report'];
}

/** What differs from one runtime to the other. */
export interface Means {
  renderDocument(model: DocumentModel): Uint8Array | Promise<Uint8Array>;
  /** Undefined: no mail server is set. */
  readonly send: SendMail | undefined;
  /** Undefined: no provider of text messages is set. */
  readonly sendText?: ((text: OutgoingText) => Promise<SendOutcome>) | undefined;
}

/** What the outbox carries out: React Email for notices; documents and mail by the runtime's own means. */
export function composeEffects(settings: EffectsSettings, means: Means): Effects {
  const { tribunal, mailFrom, wallClock, random, report, retry, isDemo } = settings;
  const mostAttempts = retry?.attempts ?? MAX_ATTEMPTS;
  const domain = mailFrom.slice(mailFrom.indexOf('@') + 1);
  return {
    renderDocument: (content, of, link, verification) =>
      means.renderDocument(
        documentModelOf(content, namedIn(of, content.language), {
          ...(link ? { answerAt: link } : {}),
          ...(verification ? { verification } : {}),
        }),
      ),
    renderNotice: (notice, around) => renderNotice(noticeModelOf(notice, around)),
    renderSignInCode: (mail, of) => renderNotice(signInCodeModel(mail, of)),
    renderFormLink: (mail, of) => renderNotice(formLinkModel(mail, of)),
    renderCodeAsked: (asked, of) => renderNotice(codeAskedModel(asked, of)),
    renderLetter: (letter, of) => means.renderDocument(letterModelOf(letter, namedIn(of, letter.language))),
    textOf: (language, of) =>
      say(wordsFor(language).text, { tribunal: textIn(of.name, language), link: `${of.origin}/cases` }),
    mail: routeOf(means.send, isDemo),
    texts: routeOf(means.sendText, isDemo),
    messageIdOf: (key) => mailMessageId(key, domain),
    retryInMs: (attempts) => (attempts >= mostAttempts ? undefined : nextAttempt(attempts, random, retry)),
    tribunal,
    wallClock,
    report,
  };
}

function routeOf<Send>(send: Send | undefined, isDemo: boolean) {
  if (send) return { kind: 'server', send } as const;
  return { kind: isDemo ? 'mailbox' : 'none' } as const;
}

function namedIn({ name, address }: Tribunal, language: string) {
  return { name: textIn(name, language), address: textIn(address, language) };
}
