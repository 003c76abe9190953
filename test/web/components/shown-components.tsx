/** @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { BackLink } from '../../../src/web/components/back-link.tsx';
import { Button } from '../../../src/web/components/button.tsx';
import { CharacterCount } from '../../../src/web/components/character-count.tsx';
import { Checkboxes } from '../../../src/web/components/checkboxes.tsx';
import { DateInput } from '../../../src/web/components/date-input.tsx';
import { Details } from '../../../src/web/components/details.tsx';
import { ErrorMessage } from '../../../src/web/components/error-message.tsx';
import { ErrorSummary } from '../../../src/web/components/error-summary.tsx';
import { ExitThisPage } from '../../../src/web/components/exit-this-page.tsx';
import { Fieldset } from '../../../src/web/components/fieldset.tsx';
import { FileUpload } from '../../../src/web/components/file-upload.tsx';
import { GenericHeader } from '../../../src/web/components/generic-header.tsx';
import { Hint } from '../../../src/web/components/hint.tsx';
import { InsetText } from '../../../src/web/components/inset-text.tsx';
import { Label } from '../../../src/web/components/label.tsx';
import { NotificationBanner } from '../../../src/web/components/notification-banner.tsx';
import { Pagination } from '../../../src/web/components/pagination.tsx';
import { Panel } from '../../../src/web/components/panel.tsx';
import { Radios } from '../../../src/web/components/radios.tsx';
import { Select } from '../../../src/web/components/select.tsx';
import { SkipLink } from '../../../src/web/components/skip-link.tsx';
import { SummaryList } from '../../../src/web/components/summary-list.tsx';
import { Table } from '../../../src/web/components/table.tsx';
import { Tag } from '../../../src/web/components/tag.tsx';
import { TaskList } from '../../../src/web/components/task-list.tsx';
import { TextInput } from '../../../src/web/components/text-input.tsx';
import { Textarea } from '../../../src/web/components/textarea.tsx';
import { WarningText } from '../../../src/web/components/warning-text.tsx';

/** What a fixture asks for. */
// biome-ignore lint/suspicious/noExplicitAny: fixtures are whatever the package ships; what we do not offer is left out before.
export type Options = any;

export interface Shown {
  /** Options that the component has, by their path; `*` for all beneath. */
  readonly offers: readonly string[];
  show(options: Options): Child;
}

/** Text, or markup that its author wrote: ours is always text unless a page builds it of elements. */
const words = (of: Options, text = 'text', html = 'html'): Child =>
  of?.[html] ? raw(String(of[html]).trim()) : of?.[text];
const given = (items: Options): Options[] => (items ?? []).filter(Boolean);

const WORDS = ['text', 'html'];
const HINT = ['hint.text', 'hint.html'];
const ERROR = ['errorMessage.text', 'errorMessage.html', 'errorMessage.visuallyHiddenText'];
const LABEL = ['label.text', 'label.html', 'label.classes', 'label.isPageHeading', 'label.for'];
const FIELD = ['id', 'name', 'classes', 'describedBy', 'disabled', 'formGroup.classes', ...LABEL, ...HINT, ...ERROR];
const FIELDSET = [
  'fieldset.describedBy',
  'fieldset.classes',
  'fieldset.legend.text',
  'fieldset.legend.html',
  'fieldset.legend.classes',
  'fieldset.legend.isPageHeading',
];

const errorOf = ({ errorMessage }: Options) =>
  errorMessage && { prefix: errorMessage.visuallyHiddenText ?? 'Error', message: words(errorMessage) };

const field = (options: Options) => ({
  name: options.name,
  id: options.id,
  label: words(options.label),
  labelClass: options.label?.classes,
  isPageHeading: options.label?.isPageHeading,
  hint: words(options.hint),
  error: errorOf(options),
  describedBy: options.describedBy,
  class: options.classes,
  groupClass: options.formGroup?.classes,
  disabled: options.disabled,
});

const fieldsetOf = (fieldset: Options) =>
  fieldset && {
    legend: words(fieldset.legend),
    legendClass: fieldset.legend?.classes,
    isPageHeading: fieldset.legend?.isPageHeading,
    class: fieldset.classes,
    describedBy: fieldset.describedBy,
  };

const choices = (options: Options) => ({
  name: options.name,
  id: options.idPrefix,
  hint: words(options.hint),
  error: errorOf(options),
  fieldset: fieldsetOf(options.fieldset),
  class: options.classes,
  groupClass: options.formGroup?.classes,
  describedBy: options.describedBy,
  choices: given(options.items).map((item: Options) =>
    item.divider
      ? { divider: item.divider }
      : {
          ...item,
          value: item.value ?? '',
          text: words(item),
          hint: words(item.hint),
          labelClass: item.label?.classes,
          conditional: words(item.conditional),
          isExclusive: item.behaviour === 'exclusive',
        },
  ),
});
const CHOICES = ['name', 'idPrefix', 'classes', 'describedBy', 'formGroup.classes', ...HINT, ...ERROR, ...FIELDSET];
const CHOICE = [
  'value',
  'text',
  'html',
  'id',
  'name',
  'checked',
  'disabled',
  'divider',
  'behaviour',
  'label.classes',
  'conditional.html',
  ...HINT,
].map((name) => `items.${name}`);

const cell = (one: Options) => ({
  content: words(one),
  isNumeric: one.format === 'numeric',
  class: one.classes,
});

const link = (one: Options, text: string) =>
  one && {
    href: one.href,
    text: one.text ?? raw(`${text}<span class="govuk-visually-hidden"> page</span>`),
    label: one.labelText,
  };

const PARTS = ['items', 'day', 'month', 'year'].flatMap((part) =>
  ['', '.name', '.id', '.label', '.value', '.autocomplete', '.error', '.classes'].map((name) => `${part}${name}`),
);

function partsOf({ id, items, namePrefix, values = {}, ...o }: Options) {
  const wanted = given(items).length > 0 ? given(items) : DATE.map((name) => o[name] ?? { name }).filter(Boolean);
  return wanted.map((item: Options, index: number) => {
    const standard = DATE[index] ?? 'day';
    const own = item.name ?? standard;
    const name = namePrefix ? `${namePrefix}-${own}` : own;
    return {
      id: item.id ?? `${id}-${own}`,
      name,
      label: item.label ?? own[0].toUpperCase() + own.slice(1),
      value: item.value ?? o[own]?.value ?? values[name] ?? values[own],
      width: own === 'year' || own === o.year?.name ? (4 as const) : (2 as const),
      isWrong: item.error ?? (item.classes?.includes('govuk-input--error') || undefined),
      autocomplete: item.autocomplete,
    };
  });
}
const DATE = ['day', 'month', 'year'] as const;

/** Our components by the names of govuk-frontend's, each fed what a fixture asks for. */
export const SHOWN: Readonly<Record<string, Shown>> = {
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
  'character-count': {
    offers: [...FIELD, 'value', 'rows', 'spellcheck', 'maxlength', 'threshold', 'textareaDescriptionText'],
    show: (o) => (
      <CharacterCount
        {...field(o)}
        value={o.value}
        rows={o.rows}
        spellcheck={o.spellcheck}
        max={o.maxlength}
        threshold={o.threshold}
        limit={(o.textareaDescriptionText ?? 'You can enter up to %{count} characters').replace(
          '%{count}',
          o.maxlength,
        )}
      />
    ),
  },
  checkboxes: {
    offers: [...CHOICES, ...CHOICE, 'values'],
    show: (o) => <Checkboxes {...choices(o)} values={o.values} />,
  },
  'date-input': {
    offers: ['id', 'classes', 'namePrefix', 'values.*', 'formGroup.classes', ...HINT, ...ERROR, ...FIELDSET, ...PARTS],
    show: (o) => (
      <DateInput
        id={o.id}
        class={o.classes}
        groupClass={o.formGroup?.classes}
        hint={words(o.hint)}
        error={errorOf(o)}
        fieldset={fieldsetOf(o.fieldset)}
        parts={partsOf(o)}
      />
    ),
  },
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
  fieldset: {
    offers: [
      'legend.text',
      'legend.html',
      'legend.classes',
      'legend.isPageHeading',
      'classes',
      'role',
      'describedBy',
      'html',
    ],
    show: (o) => (
      <Fieldset {...fieldsetOf(o)} role={o.role}>
        {o.html && raw(o.html)}
      </Fieldset>
    ),
  },
  'file-upload': {
    offers: [...FIELD, 'multiple'],
    show: (o) => <FileUpload {...field(o)} multiple={o.multiple} />,
  },
  'generic-header': {
    offers: ['logoText', 'logoHtml', 'url', 'classes', 'containerClasses'],
    show: (o) => (
      <GenericHeader href={o.url ?? '/'} class={o.classes} containerClass={o.containerClasses}>
        {words(o, 'logoText', 'logoHtml')}
      </GenericHeader>
    ),
  },
  hint: {
    offers: [...WORDS, 'id', 'classes'],
    show: (o) => (
      <Hint id={o.id} class={o.classes}>
        {words(o)}
      </Hint>
    ),
  },
  input: {
    offers: [
      ...FIELD,
      'type',
      'value',
      'inputmode',
      'autocomplete',
      'autocapitalize',
      'pattern',
      'spellcheck',
      'prefix.text',
      'prefix.html',
      'suffix.text',
      'suffix.html',
      'attributes.*',
    ],
    show: (o) => <TextInput {...o} {...field(o)} prefix={words(o.prefix)} suffix={words(o.suffix)} />,
  },
  'inset-text': {
    offers: [...WORDS, 'id', 'classes'],
    show: (o) => (
      <InsetText id={o.id} class={o.classes}>
        {words(o)}
      </InsetText>
    ),
  },
  label: {
    offers: [...WORDS, 'for', 'classes', 'isPageHeading'],
    show: (o) => (
      <Label for={o.for} class={o.classes} isPageHeading={o.isPageHeading}>
        {words(o)}
      </Label>
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
  panel: {
    offers: [...WORDS, 'titleText', 'titleHtml', 'classes'],
    show: (o) => (
      <Panel title={words(o, 'titleText', 'titleHtml')} class={o.classes}>
        {words(o)}
      </Panel>
    ),
  },
  radios: {
    offers: [...CHOICES, ...CHOICE, 'value'],
    show: (o) => <Radios {...choices(o)} value={o.value} />,
  },
  select: {
    offers: [...FIELD, 'value', 'items.value', 'items.text', 'items.selected', 'items.disabled'],
    show: (o) => <Select {...field(o)} value={o.value} options={given(o.items)} />,
  },
  'skip-link': {
    offers: [...WORDS, 'href', 'classes'],
    show: (o) => (
      <SkipLink href={o.href ?? '#content'} class={o.classes}>
        {words(o)}
      </SkipLink>
    ),
  },
  'summary-list': {
    offers: [
      'classes',
      ...[
        'classes',
        'key.text',
        'key.html',
        'key.classes',
        'value.text',
        'value.html',
        'value.classes',
        'actions.items.href',
        'actions.items.text',
        'actions.items.html',
        'actions.items.classes',
        'actions.items.visuallyHiddenText',
      ].map((name) => `rows.${name}`),
    ],
    show: (o) => (
      <SummaryList
        class={o.classes}
        rows={given(o.rows).map((row: Options) => ({
          question: words(row.key),
          answer: words(row.value),
          class: row.classes,
          questionClass: row.key?.classes,
          answerClass: row.value?.classes,
          actions:
            row.actions?.items &&
            given(row.actions.items).map((one: Options) => ({
              href: one.href,
              text: words(one),
              of: one.visuallyHiddenText,
              class: one.classes,
            })),
        }))}
      />
    ),
  },
  table: {
    offers: [
      'caption',
      'captionClasses',
      'firstCellIsHeader',
      'classes',
      ...['text', 'html', 'format', 'classes'].flatMap((name) => [`head.${name}`, `rows.${name}`]),
    ],
    show: (o) => (
      <Table
        caption={o.caption}
        captionClass={o.captionClasses}
        head={o.head?.map(cell)}
        rows={given(o.rows).map((row: Options) => row.map(cell))}
        firstCellIsHeader={o.firstCellIsHeader}
        class={o.classes}
      />
    ),
  },
  tag: { offers: [...WORDS, 'classes'], show: (o) => <Tag class={o.classes}>{words(o)}</Tag> },
  'task-list': {
    offers: [
      'idPrefix',
      'classes',
      ...[
        'title.text',
        'title.html',
        'title.classes',
        'href',
        'hint.text',
        'hint.html',
        'classes',
        'status.text',
        'status.html',
        'status.classes',
        'status.tag.text',
        'status.tag.html',
        'status.tag.classes',
      ].map((name) => `items.${name}`),
    ],
    show: (o) => (
      <TaskList
        id={o.idPrefix}
        class={o.classes}
        tasks={given(o.items).map(({ title, href, hint, status, classes }: Options) => ({
          title: words(title),
          href,
          hint: words(hint),
          status: status?.tag ? <Tag class={status.tag.classes}>{words(status.tag)}</Tag> : words(status),
          class: classes,
          titleClass: title.classes,
          statusClass: status?.classes,
        }))}
      />
    ),
  },
  textarea: {
    offers: [...FIELD, 'value', 'rows', 'spellcheck', 'autocomplete'],
    show: (o) => (
      <Textarea {...field(o)} value={o.value} rows={o.rows} spellcheck={o.spellcheck} autocomplete={o.autocomplete} />
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
