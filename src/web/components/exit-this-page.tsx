/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

/** What the script says aloud, in the language of the page. */
export interface ExitWords {
  readonly activated: string;
  readonly timedOut: string;
  readonly pressTwoMoreTimes: string;
  readonly pressOneMoreTime: string;
}

interface Props {
  /** A harmless page of somebody else's. */
  readonly href: string;
  readonly said?: ExitWords | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: Child;
}

/** Leaves at once for a harmless page, for someone who is being watched: a link, and with a script three presses of Shift. */
export function ExitThisPage({ href, said, id, class: more, children }: Props) {
  return (
    <div id={id} class={classNames('govuk-exit-this-page', more)} data-module="govuk-exit-this-page" {...spoken(said)}>
      <Button
        href={href}
        class="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {children}
      </Button>
    </div>
  );
}

function spoken(said: ExitWords | undefined) {
  return {
    'data-i18n.activated': said?.activated,
    'data-i18n.timed-out': said?.timedOut,
    'data-i18n.press-two-more-times': said?.pressTwoMoreTimes,
    'data-i18n.press-one-more-time': said?.pressOneMoreTime,
  };
}
