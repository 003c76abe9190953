import { expect } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import type { Letter } from '../effects/post-office.ts';
import type { TribunalOnline } from './a-tribunal-online.ts';
import { readPdf } from './read-pdf.ts';

interface Recipient {
  readonly email: string;
  readonly language?: string;
}
interface SmallClaims {
  readonly definition: { readonly notices: Readonly<Record<string, { subject: Readonly<Record<string, string>> }>> };
}

/** A notice reached these people, each by one letter in their language, with its paper as an accessible PDF; nobody else. */
export async function expectLetters(
  online: TribunalOnline,
  theCase: CaseView,
  notice: string,
  recipients: readonly Recipient[],
  { attached }: { readonly attached?: string } = {},
): Promise<void> {
  const letters = await online.letters(theCase.reference, notice, recipients.length);
  expect(letters.flatMap(({ to }) => to).toSorted()).toEqual(recipients.map(({ email }) => email).toSorted());
  const { definition } = await online.stranger.get<SmallClaims>('/workflows/small-claims');
  for (const { email, language = 'en' } of recipients) {
    const letter = letters.find(({ to }) => to.includes(email)) as Letter;
    const subject = definition.notices[notice]?.subject[language]?.replace('{{case.reference}}', theCase.reference);
    // A subject is folded anywhere: its spaces are plain ones.
    expect(letter.email.subject).toBe(subject?.replaceAll('\u00a0', ' '));
    expect(letter.email.messageId).toMatch(/^<[\w.-]+@[\w.-]+>$/);
    expect(letter.email.html).toContain(`lang="${language}`);
    // Who has no account yet begins at the short address of their code.
    expect(letter.email.text).toMatch(new RegExp(`/cases/${theCase.id}|/n/([0-9a-z]{4}-){3}[0-9a-z]{4}\\b`));
    expect(letter.email.attachments).toHaveLength(attached ? 1 : 0);
    if (attached) await expectPaper(letter, theCase);
  }
}

async function expectPaper({ email }: Letter, theCase: CaseView): Promise<void> {
  const [paper] = email.attachments;
  expect(paper).toMatchObject({ mimeType: 'application/pdf', filename: expect.stringMatching(/\.pdf$/) });
  const { words, isAccessible } = await readPdf(new Uint8Array(paper?.content as ArrayBuffer));
  expect(words).toContain(theCase.reference);
  expect(isAccessible).toBe(true);
}
