/** @jsxImportSource react */
import { say, type Words } from '../words.ts';
import { CodeBox } from './code-box.tsx';
import type { NoticeModel } from './notice-model.ts';
import type { Theme } from './theme.ts';

type JoinCodeProps = { invitation: NoticeModel['invitation']; words: Words; theme: Theme };

/** How to join the case under any other address. */
export function JoinCode({ invitation, words, theme }: JoinCodeProps) {
  if (!invitation) return null;
  const hint = say(words.invitationHint, { link: invitation.link });
  return <CodeBox label={words.invitation} code={invitation.code} hint={hint} theme={theme} isLong />;
}
