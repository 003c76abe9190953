import type { RenderedMail } from '../ports/effects.ts';

/** A mail as the outbox keeps it before it is first sent: what goes out is this, at every attempt. */
export interface KeptMail extends RenderedMail {
  readonly to: { readonly address: string; readonly name?: string };
  /** Documents by their hash: the same bytes each time. */
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly sha256: string;
  }[];
  /** When it was laid out. Of a notice's mail the notice knows. */
  readonly madeAt?: string;
  readonly caseReference?: string;
  readonly notice?: string;
  /** The code that stands in its words, until it is sent. */
  readonly invitation?: string;
}

/** The mail in an outbox row's `rendered`. */
export function readKeptMail(rendered: string): KeptMail {
  return JSON.parse(rendered) as KeptMail;
}

/** The mail without what it said: its reader has it, and nobody else need keep it. */
export function withoutWords(rendered: string): string {
  return JSON.stringify({ ...readKeptMail(rendered), subject: BLANK, html: '', text: '' });
}

const BLANK = '•••••';

/** The mail without the code that it brought: that is the recipient's alone. */
export function withoutInvitation(rendered: string): string {
  const { invitation, ...mail } = readKeptMail(rendered);
  return invitation ? JSON.stringify(mail).replaceAll(invitation, BLANK) : rendered;
}
