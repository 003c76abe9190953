/** @jsxImportSource react */
import { Button, Link, Text } from '@react-email/components';
import type { NoticeModel } from './notice-model.ts';
import type { Theme } from './theme.ts';

type ActionButtonProps = { action: NoticeModel['action']; hint: string; theme: Theme };

/** The one thing to press, and its address in full for those who cannot or will not press it. */
export function ActionButton({ action, hint, theme }: ActionButtonProps) {
  if (!action) return null;
  const button = {
    backgroundColor: theme.brand,
    color: theme.onBrand,
    padding: '14px 22px',
    borderRadius: '4px',
    borderBottom: `3px solid ${theme.brandDeep}`,
    fontSize: '17px',
    lineHeight: '1.2',
    fontWeight: 600,
  };
  return (
    <div style={{ margin: '22px 0 6px' }}>
      <Button href={action.url} style={button}>
        {action.label}
      </Button>
      <Text
        style={{ margin: '16px 0 0', fontSize: '14px', lineHeight: '1.5', color: theme.quiet }}
        data-skip-in-text={true}
      >
        {hint}
        <br />
        <Link href={action.url} style={{ color: theme.link, textDecoration: 'underline', wordBreak: 'break-all' }}>
          {action.url}
        </Link>
      </Text>
    </div>
  );
}
