import type { DocumentContent, NoticeSent } from '../../domain/fact.ts';
import type { Tribunal } from '../../domain/process.ts';
import type { SignInCodeMail } from '../auth/request-code.ts';
import type { FormLinkMail } from '../drafts/mail-form-link.ts';
import type { Clock } from './clock.ts';

/** A mail's words, laid out. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** What a notice's mail says beside the notice itself. */
export interface NoticeSurroundings {
  readonly tribunal: Tribunal;
  readonly reference: string;
  readonly title: string;
  /** The page of the case; for who has a code, the page that says what it is for. */
  readonly link: string;
  /** Titles of the documents that go with it. */
  readonly documents: readonly string[];
  /** A code by which the recipient can join the case under any address. */
  readonly invitation?: string | undefined;
  /** A code by which its reader shows that this address is theirs. Nobody knows who they are: the mail names no case. */
  readonly confirmation?: string | undefined;
}

export interface OutgoingMail extends RenderedMail {
  /** The same at every attempt. */
  readonly messageId: string;
  readonly to: { readonly address: string; readonly name?: string };
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
  readonly caseReference?: string | undefined;
  readonly notice?: string | undefined;
}

/** What came of handing a mail to the mail server. */
export type SendOutcome =
  /** The server took responsibility; `response` is its own words. */
  | { readonly kind: 'accepted'; readonly response: string }
  /** Try again later. `alarm`: our own settings are at fault, and every other mail will fare alike. */
  | { readonly kind: 'deferred'; readonly response: string; readonly alarm: boolean }
  /** Never as it stands: another address, or another way, must be found. */
  | { readonly kind: 'rejected'; readonly response: string };

/** Where mail goes. */
export type MailRoute =
  | { readonly kind: 'server'; send(mail: OutgoingMail): Promise<SendOutcome> }
  /** A demonstration: mail is kept, to be read on a page, and counts as delivered. */
  | { readonly kind: 'mailbox' }
  /** No mail server is set: mail is laid out and waits until one is. */
  | { readonly kind: 'none' };

/** What the world is asked to do: each effect is a row of the outbox first. */
export interface Effects {
  /**
   * Bytes of a PDF. The same content always gives the same bytes. `link` is where whoever holds it begins; `verification`
   * is how they find out that a copy of an order is genuine, and whether it still stands.
   */
  renderDocument(
    content: DocumentContent,
    tribunal: Tribunal,
    link?: string,
    verification?: { readonly code: string; readonly url: string },
  ): Uint8Array | Promise<Uint8Array>;
  renderNotice(notice: Omit<NoticeSent, 'kind'>, around: NoticeSurroundings): Promise<RenderedMail>;
  renderSignInCode(
    mail: Pick<SignInCodeMail, 'code' | 'email' | 'language' | 'link'>,
    tribunal: Tribunal,
  ): Promise<RenderedMail>;
  renderFormLink(mail: FormLinkMail, tribunal: Tribunal): Promise<RenderedMail>;
  readonly mail: MailRoute;
  /** Looks for viruses; rejects when it cannot look. Absent: no scanner is set. */
  readonly scan?: ((bytes: Uint8Array) => Promise<'clean' | 'infected'>) | undefined;
  /** The Message-ID of an effect's key: always the same for the same key. */
  messageIdOf(key: string): string;
  /** Milliseconds until the next attempt after so many; undefined when it is time to give up. */
  retryInMs(attempts: number): number | undefined;
  /** The tribunal for mails that belong to no case. */
  readonly tribunal: Tribunal;
  /** By which codes run out, also where cases live by another clock. */
  readonly wallClock: Clock;
  /** Told of every failure that nobody foresaw. */
  report(error: unknown, key: string): void;
}
