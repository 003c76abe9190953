/** @jsxImportSource react */
import { ActionButton } from './action-button.tsx';
import { CodeBox } from './code-box.tsx';
import { Frame } from './frame.tsx';
import type { TemplateProps } from './notice.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { readTheme } from './theme.ts';

/** A one-use code. It has no preview: a locked screen must not show the code. */
export function SignInCode({ model, words, kicker }: TemplateProps) {
  const theme = readTheme(model.tribunal.theme);
  return (
    <Frame model={model} words={words} kicker={kicker}>
      <Paragraphs texts={model.paragraphs} />
      <CodeBox label={words.code} code={model.code} hint={words.codeHint} theme={theme} />
      <ActionButton action={model.action} hint={words.linkHint} theme={theme} />
    </Frame>
  );
}
