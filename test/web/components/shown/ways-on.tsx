/** @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import { BackLink } from '../../../../src/web/components/back-link.tsx';
import { Button } from '../../../../src/web/components/button.tsx';
import { ExitThisPage } from '../../../../src/web/components/exit-this-page.tsx';
import { GenericHeader } from '../../../../src/web/components/generic-header.tsx';
import { Pagination } from '../../../../src/web/components/pagination.tsx';
import { SkipLink } from '../../../../src/web/components/skip-link.tsx';
import { type Options, type Shown, WORDS, words } from './shown.tsx';

/** What people press to go on, or away. */
export const WAYS_ON: Readonly<Record<string, Shown>> = {
  'back-link': {
    offers: [...WORDS, 'href', 'classes'],
    show: (o) => (
      <BackLink href={o.href ?? '#'} class={o.classes}>
        {words(o) ?? 'Back'}
      </BackLink>
    ),
  },
  button: {
    offers: [
      ...WORDS,
      'href',
      'type',
      'id',
      'name',
      'value',
      'disabled',
      'preventDoubleClick',
      'isStartButton',
      'classes',
      'attributes.*',
    ],
    show: (o) => (
      <Button {...o} class={o.classes} isStart={o.isStartButton}>
        {words(o)}
      </Button>
    ),
  },
  'exit-this-page': {
    offers: [
      ...WORDS,
      'redirectUrl',
      'id',
      'classes',
      'activatedText',
      'timedOutText',
      'pressTwoMoreTimesText',
      'pressOneMoreTimeText',
    ],
    show: (o) => (
      <ExitThisPage
        href={o.redirectUrl ?? 'https://www.bbc.co.uk/weather'}
        id={o.id}
        class={o.classes}
        said={{
          activated: o.activatedText,
          timedOut: o.timedOutText,
          pressTwoMoreTimes: o.pressTwoMoreTimesText,
          pressOneMoreTime: o.pressOneMoreTimeText,
        }}
      >
        {words(o) ?? raw('<span class="govuk-visually-hidden">Emergency</span> Exit this page')}
      </ExitThisPage>
    ),
  },
  'generic-header': {
    offers: ['logoText', 'logoHtml', 'url', 'classes', 'containerClasses'],
    show: (o) => (
      <GenericHeader href={o.url ?? '/'} class={o.classes} containerClass={o.containerClasses}>
        {words(o, 'logoText', 'logoHtml')}
      </GenericHeader>
    ),
  },
  pagination: {
    offers: [
      'previous.href',
      'previous.text',
      'previous.labelText',
      'next.href',
      'next.text',
      'next.labelText',
      'classes',
      'landmarkLabel',
    ],
    show: (o) => (
      <Pagination
        label={o.landmarkLabel ?? 'Pagination'}
        previous={link(o.previous, 'Previous')}
        next={link(o.next, 'Next')}
        class={o.classes}
      />
    ),
  },
  'skip-link': {
    offers: [...WORDS, 'href', 'classes'],
    show: (o) => (
      <SkipLink href={o.href ?? '#content'} class={o.classes}>
        {words(o)}
      </SkipLink>
    ),
  },
};

const link = (one: Options, text: string) =>
  one && {
    href: one.href,
    text: one.text ?? raw(`${text}<span class="govuk-visually-hidden"> page</span>`),
    label: one.labelText,
  };
