/** @jsxImportSource react */
import { Heading } from '@react-email/components';
import type { NoticeModel } from './notice-model.ts';
import type { Theme } from './theme.ts';

type DocumentListProps = { heading: string; documents: NoticeModel['documents']; theme: Theme };

/** What came with the notice. */
export function DocumentList({ heading, documents, theme }: DocumentListProps) {
  if (documents.length === 0) return null;
  return (
    <div style={{ margin: '22px 0 0', borderTop: `1px solid ${theme.line}`, paddingTop: '16px' }}>
      <Heading as="h2" style={{ margin: '0 0 6px', fontSize: '17px', lineHeight: '1.3' }}>
        {heading}
      </Heading>
      <ul style={{ margin: '0', paddingLeft: '22px', fontSize: '16px', lineHeight: '1.6' }}>
        {documents.map(({ title }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
          <li key={place} dir="auto">
            {title}
          </li>
        ))}
      </ul>
    </div>
  );
}
