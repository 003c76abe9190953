/** @jsxImportSource react */

import { say } from '../words.ts';
import { ActionButton } from './action-button.tsx';
import { DeadlineBox } from './deadline-box.tsx';
import { Frame } from './frame.tsx';
import { JoinCode } from './join-code.tsx';
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
      <JoinCode invitation={model.invitation} words={words} theme={theme} />
    </Frame>
  );
}
