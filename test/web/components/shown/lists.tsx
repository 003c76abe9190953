/** @jsxImportSource hono/jsx */

import { SummaryList } from '../../../../src/web/components/summary-list.tsx';
import { Table } from '../../../../src/web/components/table.tsx';
import { Tag } from '../../../../src/web/components/tag.tsx';
import { TaskList } from '../../../../src/web/components/task-list.tsx';
import { given, type Options, type Shown, WORDS, words } from './shown.tsx';

/** What there is, one under the other. */
export const LISTS: Readonly<Record<string, Shown>> = {
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
};

const cell = (one: Options) => ({
  content: words(one),
  isNumeric: one.format === 'numeric',
  class: one.classes,
});
