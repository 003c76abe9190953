/** @jsxImportSource react */

import { say } from '../words.ts';
import { ActionButton } from './action-button.tsx';
import { CodeBox } from './code-box.tsx';
import { DeadlineBox } from './deadline-box.tsx';
import { Frame } from './frame.tsx';
import type { TemplateProps } from './notice.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { readTheme } from './theme.ts';

/** A reminder: the date, the button, and only then the words. */
export function DeadlineReminder({ model, words, kicker }: TemplateProps) {
  const theme = readTheme(model.tribunal.theme);
  return (
    <Frame model={model} words={words} kicker={kicker} preview={model.deadlines[0]?.sentence}>
      <DeadlineBox heading={words.deadlines} deadlines={model.deadlines} theme={theme} />
      <Paragraphs texts={[say(words.greeting, { name: model.recipient.name }), ...model.paragraphs]} />
      <ActionButton action={model.action} hint={words.linkHint} theme={theme} />
      <CodeBox label={words.invitation} code={model.invitation} hint={words.invitationHint} theme={theme} isLong />
    </Frame>
  );
}
