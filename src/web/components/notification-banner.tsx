/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Props {
  readonly title: Child;
  /** Something was done: it is said at once, and the focus moves to it. */
  readonly isSuccess?: boolean | undefined;
  readonly role?: string | undefined;
  readonly titleId?: string | undefined;
  readonly class?: string | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly children?: Child;
}

/** Something that has just happened, or that everyone on the page has to know. */
export function NotificationBanner(props: Props) {
  const { title, isSuccess, titleId = 'govuk-notification-banner-title', disableAutoFocus, children } = props;
  const type = isSuccess && 'govuk-notification-banner--success';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it always has a role, of which a name is expected.
    <div
      class={classNames('govuk-notification-banner', type, props.class)}
      role={props.role ?? (isSuccess ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={titleId}>
          {title}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">{children}</div>
    </div>
  );
}
