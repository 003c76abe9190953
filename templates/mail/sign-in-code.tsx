/** @jsxImportSource react */
import { Section, Text } from '@react-email/components';
import { ActionButton } from './action-button.tsx';
import { Frame } from './frame.tsx';
import type { TemplateProps } from './notice.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { readTheme } from './theme.ts';

/** A one-use code. It has no preview: a locked screen must not show the code. */
export function SignInCode({ model, words, kicker }: TemplateProps) {
  const theme = readTheme(model.tribunal.theme);
  const code = {
    margin: '2px 0 0',
    fontFamily: '"SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace',
    fontSize: '32px',
    lineHeight: '1.2',
    letterSpacing: '0.12em',
    fontWeight: 700,
  };
  return (
    <Frame model={model} words={words} kicker={kicker}>
      <Paragraphs texts={model.paragraphs} />
      {model.code && (
        <Section style={{ margin: '4px 0 20px', backgroundColor: theme.wash, borderLeft: `8px solid ${theme.brand}` }}>
          <div style={{ padding: '14px 20px 16px' }}>
            <Text style={{ margin: '0', fontSize: '15px', lineHeight: '1.3', color: theme.quiet }}>{words.code}</Text>
            <Text style={code}>{model.code}</Text>
          </div>
        </Section>
      )}
      <Paragraphs texts={[words.codeHint]} />
      <ActionButton action={model.action} hint={words.linkHint} theme={theme} />
    </Frame>
  );
}
