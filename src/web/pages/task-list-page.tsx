/** @jsxImportSource hono/jsx */
import { textIn } from '../../domain/text-in.ts';
import { BackLink } from '../components/back-link.tsx';
import { Button } from '../components/button.tsx';
import { Tag } from '../components/tag.tsx';
import { TaskList } from '../components/task-list.tsx';
import { fill, type Words } from '../words.ts';
import { ActHead } from './act-page.tsx';
import type { AskedPage, GuidedModel } from './guided-model.ts';
import { checkPath, questionPath } from './guided-path.ts';

interface Props {
  readonly words: Words;
  readonly model: GuidedModel;
}

/** All that is asked, what is answered already, and the one next step. */
export function TaskListPage({ words, model: { act, asked } }: Props) {
  const { guided } = words;
  const next = asked.find(({ status }) => status !== 'done');
  const done = asked.filter(({ status }) => status === 'done').length;
  return (
    <>
      <BackLink href={`/cases/${encodeURIComponent(act.theCase.id)}`}>{guided.later}</BackLink>
      <ActHead words={words} model={act} />
      <p>{fill(guided.progress, { done, all: asked.length })}</p>
      <p class="quiet">{guided.kept}</p>
      <div class="narrow">
        <TaskList
          tasks={asked.map((one) => ({
            title: pageTitle(one.page, words),
            href: questionPath(act, one.page.id),
            hint: one.isCarried ? words.explore.carriedTag : undefined,
            status: <Tag class={COLOURS[one.status]}>{guided[one.status]}</Tag>,
          }))}
        />
      </div>
      <Button href={next ? questionPath(act, next.page.id) : checkPath(act)}>
        {next ? (done === 0 ? guided.start : guided.goOn) : guided.check}
      </Button>
    </>
  );
}

const COLOURS = { todo: 'govuk-tag--grey', wrong: 'govuk-tag--yellow', done: 'govuk-tag--green' } as const;

/** What a page is about: its title, or its first question. */
export function pageTitle({ title, fields }: AskedPage['page'], { lang }: Words): string {
  return textIn(title, lang) || textIn(fields[0]?.label, lang) || (fields[0]?.id ?? '');
}
