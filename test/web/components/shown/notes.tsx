/** @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import { Details } from '../../../../src/web/components/details.tsx';
import { ErrorMessage } from '../../../../src/web/components/error-message.tsx';
import { ErrorSummary } from '../../../../src/web/components/error-summary.tsx';
import { InsetText } from '../../../../src/web/components/inset-text.tsx';
import { NotificationBanner } from '../../../../src/web/components/notification-banner.tsx';
import { Panel } from '../../../../src/web/components/panel.tsx';
import { WarningText } from '../../../../src/web/components/warning-text.tsx';
import { given, type Options, type Shown, WORDS, words } from './shown.tsx';

/** What people are told. */
export const NOTES: Readonly<Record<string, Shown>> = {
  details: {
    offers: [...WORDS, 'summaryText', 'summaryHtml', 'id', 'open', 'classes'],
    show: (o) => (
      <Details summary={words(o, 'summaryText', 'summaryHtml')} id={o.id} open={o.open} class={o.classes}>
        {words(o)}
      </Details>
    ),
  },
  'error-message': {
    offers: [...WORDS, 'id', 'classes', 'visuallyHiddenText'],
    show: (o) => (
      <ErrorMessage id={o.id} class={o.classes} prefix={o.visuallyHiddenText ?? 'Error'} message={words(o)} />
    ),
  },
  'error-summary': {
    offers: [
      'titleText',
      'titleHtml',
      'descriptionText',
      'descriptionHtml',
      'classes',
      'disableAutoFocus',
      'errorList.text',
      'errorList.html',
      'errorList.href',
    ],
    show: (o) => (
      <ErrorSummary
        title={words(o, 'titleText', 'titleHtml')}
        description={words(o, 'descriptionText', 'descriptionHtml')}
        errors={given(o.errorList).map((one: Options) => ({ text: words(one), href: one.href }))}
        class={o.classes}
        disableAutoFocus={o.disableAutoFocus}
      />
    ),
  },
  'inset-text': {
    offers: [...WORDS, 'id', 'classes'],
    show: (o) => (
      <InsetText id={o.id} class={o.classes}>
        {words(o)}
      </InsetText>
    ),
  },
  'notification-banner': {
    offers: [...WORDS, 'titleText', 'titleHtml', 'titleId', 'type', 'role', 'classes', 'disableAutoFocus'],
    show: (o) => (
      <NotificationBanner
        title={words(o, 'titleText', 'titleHtml') ?? (o.type === 'success' ? 'Success' : 'Important')}
        titleId={o.titleId}
        isSuccess={o.type === 'success'}
        role={o.role}
        class={o.classes}
        disableAutoFocus={o.disableAutoFocus}
      >
        {o.html ? raw(o.html) : o.text && <p class="govuk-notification-banner__heading">{o.text}</p>}
      </NotificationBanner>
    ),
  },
  panel: {
    offers: [...WORDS, 'titleText', 'titleHtml', 'classes'],
    show: (o) => (
      <Panel title={words(o, 'titleText', 'titleHtml')} class={o.classes}>
        {words(o)}
      </Panel>
    ),
  },
  'warning-text': {
    offers: [...WORDS, 'iconFallbackText', 'classes'],
    show: (o) => (
      <WarningText prefix={o.iconFallbackText || 'Warning'} class={o.classes}>
        {words(o)}
      </WarningText>
    ),
  },
};
