/** @jsxImportSource react */

import { say, type Words } from '../words.ts';
import { ActionButton } from './action-button.tsx';
import { CodeBox } from './code-box.tsx';
import { DeadlineBox } from './deadline-box.tsx';
import { DocumentList } from './document-list.tsx';
import { Frame } from './frame.tsx';
import { JoinCode } from './join-code.tsx';
import type { NoticeModel } from './notice-model.ts';
import { Paragraphs } from './paragraphs.tsx';
import { readTheme } from './theme.ts';

export type TemplateProps = { model: NoticeModel; words: Words; kicker: string };

/** A legal notice: what must be done and by when, why, where, and what came with it. */
export function Notice({ model, words, kicker }: TemplateProps) {
  const theme = readTheme(model.tribunal.theme);
  const preview = model.deadlines[0]?.sentence ?? model.paragraphs[0];
  return (
    <Frame model={model} words={words} kicker={kicker} preview={preview}>
      <Paragraphs texts={[say(words.greeting, { name: model.recipient.name })]} />
      <DeadlineBox heading={words.deadlines} deadlines={model.deadlines} theme={theme} />
      <Paragraphs texts={model.paragraphs} />
      <CodeBox label={words.code} code={model.confirmation} hint={words.confirmHint} theme={theme} />
      <ActionButton action={model.action} hint={words.linkHint} theme={theme} />
      <JoinCode invitation={model.invitation} words={words} theme={theme} />
      <DocumentList heading={words.documents} documents={model.documents} theme={theme} />
    </Frame>
  );
}
