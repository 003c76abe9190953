/** @jsxImportSource hono/jsx */
import type { Explorer } from '../../../domain/definition/explorer-schema.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import type { ExplorerAnswers, ExplorerWay } from '../../../domain/forms/walk-explorer.ts';
import { textIn } from '../../../domain/text-in.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/radios.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import type { Words } from '../../words.ts';
import { errorFor, type PageError, PageErrors } from '../page-errors.tsx';
import { legendOf } from '../page-heading.ts';
import { ASKED, answerControl, explorePath } from './explore-address.ts';

/** Where somebody stands among the questions before a claim. */
export interface Explored {
  readonly definition: Definition;
  readonly explorer: Explorer;
  readonly way: ExplorerWay;
  /** All that the address holds; those after the question that is asked wait to be of use again. */
  readonly answers: ExplorerAnswers;
}

interface Props {
  readonly words: Words;
  readonly explored: Explored;
}

interface QuestionProps extends Props {
  readonly question: string;
  readonly errors: readonly PageError[];
}

/** One question before any claim. */
export function ExplorePage({ words, explored, question, errors }: QuestionProps) {
  const { definition, explorer, answers, way } = explored;
  const asked = explorer.questions[question];
  if (!asked) return null;
  const control = answerControl(question);
  const others = Object.entries(answers).filter(([id]) => id !== question);
  return (
    <>
      <BackLink href={backFrom(explored)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <ExploreCaption words={words} explored={explored} />
      <form method="get" action={`/explore/${definition.id}`} novalidate>
        {others.map(([id, value]) => (
          <input type="hidden" name={answerControl(id)} value={value} />
        ))}
        <input type="hidden" name={ASKED} value={question} />
        <Radios
          name={control}
          id={`f-${control}`}
          fieldset={legendOf(textIn(asked.title, words.lang), true)}
          hint={textIn(asked.hint, words.lang) || undefined}
          error={errorFor(words, errors, control)}
          value={answers[question]}
          choices={asked.options.map(({ value, label }) => ({ value, text: textIn(label, words.lang) }))}
        />
        <Button>{words.explore.next}</Button>
      </form>
      {way.answered.length === 0 && <p class="quiet">{words.explore.nothingKept}</p>}
      <AnswersSoFar words={words} explored={explored} />
    </>
  );
}

/** What these questions are, above each of them. */
export function ExploreCaption({ words, explored: { definition } }: Props) {
  return (
    <p class="quiet cap">
      {words.explore.title} · {textIn(definition.title, words.lang)}
    </p>
  );
}

/** What was answered, each with a way to answer it anew; the answers after it stay, where they still fit. */
export function AnswersSoFar({ words, explored: { definition, explorer, way, answers } }: Props) {
  if (way.answered.length === 0) return null;
  return (
    <section aria-labelledby="so-far">
      <h2 id="so-far">{words.explore.soFar}</h2>
      <div class="card narrow">
        <SummaryList
          rows={way.answered.map(({ question, option }) => {
            const title = textIn(explorer.questions[question]?.title, words.lang);
            return {
              question: title,
              answer: textIn(option.label, words.lang),
              actions: [
                {
                  href: explorePath(definition.id, Object.entries(answers), question),
                  text: words.guided.change,
                  of: title,
                },
              ],
            };
          })}
        />
      </div>
    </section>
  );
}

/** The question before, its answer still chosen; before the first is the home page. */
export function backFrom({ definition, way }: Explored): string {
  const last = way.answered.at(-1);
  if (!last) return '/';
  const given = way.answered.map(({ question, option }) => [question, option.value] as const);
  return explorePath(definition.id, given, last.question);
}
