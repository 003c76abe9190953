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

/** What the parties agreed is now an order: what to do under it, by when, and what an order is. */
export function ConsentOrder({ model, words, kicker }: TemplateProps) {
  const theme = readTheme(model.tribunal.theme);
  return (
    <Frame model={model} words={words} kicker={kicker} preview={model.paragraphs[0]} isJudicial>
      <Paragraphs texts={[say(words.greeting, { name: model.recipient.name }), ...model.paragraphs]} isJudicial />
      <DeadlineBox heading={words.deadlines} deadlines={model.deadlines} theme={theme} />
      <Paragraphs texts={[words.orderHint]} isJudicial />
      <ActionButton action={model.action} hint={words.linkHint} theme={theme} />
      <JoinCode invitation={model.invitation} words={words} theme={theme} />
      <DocumentList heading={words.orderDocuments} documents={model.documents} theme={theme} />
    </Frame>
  );
}
