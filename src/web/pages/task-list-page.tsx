/** @jsxImportSource hono/jsx */
import { textIn } from '../../domain/text-in.ts';
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
      <ActHead words={words} model={act} />
      <p>{fill(guided.progress, { done, all: asked.length })}</p>
      <p class="quiet">{guided.kept}</p>
      <ul class="card tasks">
        {asked.map((one) => (
          <li>
            <a href={questionPath(act, one.page.id)} aria-describedby={`status-${one.page.id}`}>
              {pageTitle(one.page, words)}
            </a>
            <span class={one.status === 'wrong' ? 'tag soon' : 'tag'} id={`status-${one.page.id}`}>
              {guided[one.status]}
            </span>
          </li>
        ))}
      </ul>
      <p class="acts">
        <a class="btn" href={next ? questionPath(act, next.page.id) : checkPath(act)}>
          {next ? (done === 0 ? guided.start : guided.goOn) : guided.check}
        </a>
        <a href={`/cases/${encodeURIComponent(act.theCase.id)}`}>{guided.later}</a>
      </p>
    </>
  );
}

/** What a page is about: its title, or its first question. */
export function pageTitle({ title, fields }: AskedPage['page'], { lang }: Words): string {
  return textIn(title, lang) || textIn(fields[0]?.label, lang) || (fields[0]?.id ?? '');
}
