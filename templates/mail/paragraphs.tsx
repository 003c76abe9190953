/** @jsxImportSource react */
import { Text } from '@react-email/components';
import { Fragment } from 'react';
import { FONT, SERIF } from './frame.tsx';

/** The body of a notice. The direction of each paragraph follows its own script. */
export function Paragraphs({ texts, isJudicial = false }: { texts: string[]; isJudicial?: boolean }) {
  const fontFamily = isJudicial ? SERIF : FONT;
  return texts.map((text, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Text key={place} dir="auto" style={{ margin: '0 0 14px', fontFamily, fontSize: '17px', lineHeight: '1.55' }}>
      <Lines text={text} />
    </Text>
  ));
}

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Fragment key={place}>
      {place > 0 && <br />}
      {line}
    </Fragment>
  ));
}
