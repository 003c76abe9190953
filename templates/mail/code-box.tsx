/** @jsxImportSource react */
import { Section, Text } from '@react-email/components';
import type { Theme } from './theme.ts';

type CodeBoxProps = { label: string; code: string | undefined; hint: string; theme: Theme; isLong?: boolean };

/** A code to type. It stands in one piece, so that it can be copied, and so that whoever keeps the mail can blank it. */
export function CodeBox({ label, code, hint, theme, isLong = false }: CodeBoxProps) {
  if (!code) return null;
  const letters = {
    margin: '2px 0 8px',
    fontFamily: '"SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace',
    fontSize: isLong ? '17px' : '32px',
    lineHeight: '1.3',
    letterSpacing: isLong ? '0.02em' : '0.14em',
    fontWeight: 700,
  };
  return (
    <Section style={{ margin: '22px 0 20px', backgroundColor: theme.wash, borderLeft: `8px solid ${theme.brand}` }}>
      <div style={{ padding: '14px 20px 12px' }}>
        <Text style={{ margin: '0', fontSize: '15px', lineHeight: '1.3', color: theme.quiet }}>{label}</Text>
        <Text style={letters}>{code}</Text>
        <Text style={{ margin: '0', fontSize: '15px', lineHeight: '1.5' }}>{hint}</Text>
      </div>
    </Section>
  );
}
