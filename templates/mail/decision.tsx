/** @jsxImportSource react */

import { say } from '../words.ts';
import { ActionButton } from './action-button.tsx';
import { DeadlineBox } from './deadline-box.tsx';
import { DocumentList } from './document-list.tsx';
import { Frame } from './frame.tsx';
import { JoinCode } from './join-code.tsx';
import type { TemplateProps } from './notice.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { readTheme } from './theme.ts';

/** A decision was made: what it says first, then the copy, then what can still be done. */
export function Decision({ model, words, kicker }: TemplateProps) {
  const theme = readTheme(model.tribunal.theme);
  return (
    <Frame model={model} words={words} kicker={kicker} preview={model.paragraphs[0]} isJudicial>
      <Paragraphs texts={[say(words.greeting, { name: model.recipient.name }), ...model.paragraphs]} isJudicial />
      <ActionButton action={model.action} hint={words.linkHint} theme={theme} />
      <JoinCode invitation={model.invitation} words={words} theme={theme} />
      <DocumentList heading={words.orderDocuments} documents={model.documents} theme={theme} />
      <div style={{ height: '22px', lineHeight: '22px' }} />
      <DeadlineBox heading={words.after} deadlines={model.deadlines} theme={theme} />
    </Frame>
  );
}
