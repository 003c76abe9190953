/** @jsxImportSource react */
import { Heading, Section, Text } from '@react-email/components';
import type { NoticeModel } from './notice-model.ts';
import type { Theme } from './theme.ts';

type DeadlineBoxProps = { heading: string; deadlines: NoticeModel['deadlines']; theme: Theme };

/** What must be done, by when, and why then: the first thing anyone should read. */
export function DeadlineBox({ heading, deadlines, theme }: DeadlineBoxProps) {
  if (deadlines.length === 0) return null;
  return (
    <Section style={{ margin: '0 0 20px', backgroundColor: theme.wash, borderLeft: `8px solid ${theme.brand}` }}>
      <div style={{ padding: '16px 20px 4px' }}>
        <Heading as="h2" style={{ margin: '0 0 8px', fontSize: '15px', lineHeight: '1.3', color: theme.quiet }}>
          {heading}
        </Heading>
        {deadlines.map(({ title, sentence }) => (
          <div key={`${title} ${sentence}`} style={{ margin: '0 0 12px' }}>
            {title && (
              <Text dir="auto" style={{ margin: '0', fontSize: '19px', lineHeight: '1.35', fontWeight: 700 }}>
                {title}
              </Text>
            )}
            <Text dir="auto" style={{ margin: '2px 0 0', fontSize: title ? '16px' : '18px', lineHeight: '1.5' }}>
              {sentence}
            </Text>
          </div>
        ))}
      </div>
    </Section>
  );
}
