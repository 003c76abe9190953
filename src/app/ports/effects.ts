import type { DocumentContent, NoticeSent } from '../../domain/fact.ts';
import type { Tribunal } from '../../domain/process/process.ts';
import type { SignInCodeMail } from '../auth/request-code.ts';
import type { FormLinkMail } from '../drafts/mail-form-link.ts';
import type { CodeAsked } from '../letters/ask-for-code.ts';
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

/** A text message: it says that there is something, and not what. */
export interface OutgoingText {
  /** As the party gave it. */
  readonly to: string;
  readonly body: string;
  /** The notice's id: by it the provider's receipt is told apart, and an earlier attempt is found. */
  readonly reference: string;
  /** It may have gone out before, and only the answer was lost. */
  readonly isRepeated: boolean;
}

/** Where text messages go; as for mail. */
export type TextRoute =
  | { readonly kind: 'server'; send(text: OutgoingText): Promise<SendOutcome> }
  | { readonly kind: 'mailbox' }
  | { readonly kind: 'none' };

/** What is printed of a notice, and posted. Every text is data. */
export interface Letter {
  readonly language: string;
  readonly to: {
    readonly name: string;
    /** In lines, as on an envelope. */
    readonly address: string;
  };
  readonly reference: string;
  readonly subject: string;
  readonly body: string;
  readonly deadlines: readonly string[];
  /** Titles of the documents that go into the same envelope. */
  readonly documents: readonly string[];
  /** The local date of the notice, `2026-03-02`. */
  readonly writtenOn: string;
  /** Where it is read and answered online: of who has not joined, with their code. */
  readonly link: string;
  /** A code by which a party who has no account yet joins. */
  readonly invitation?: string;
  readonly legal: boolean;
}

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
  /** For the registry: somebody has papers and no code. */
  renderCodeAsked(asked: CodeAsked, tribunal: Tribunal): Promise<RenderedMail>;
  readonly mail: MailRoute;
  /** Looks for viruses; rejects when it cannot look. Absent: no scanner is set. */
  readonly scan?: ((bytes: Uint8Array) => Promise<'clean' | 'infected'>) | undefined;
  readonly texts: TextRoute;
  /** Bytes of a PDF, its first page with the address in an envelope's window. The same letter always gives the same bytes. */
  renderLetter(letter: Letter, tribunal: Tribunal): Uint8Array | Promise<Uint8Array>;
  /** The words of a text message that says that there is a notice. */
  textOf(language: string, tribunal: Tribunal): string;
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
