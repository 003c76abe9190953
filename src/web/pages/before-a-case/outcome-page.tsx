/** @jsxImportSource hono/jsx */

import { filledInByAnswers } from '../../../domain/forms/walk-explorer.ts';
import { textIn } from '../../../domain/text-in.ts';
import type { Duration } from '../../../domain/texts/durations.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { fill, type Words } from '../../words.ts';
import { Paragraphs } from '../paragraphs.tsx';
import { Costs } from './costs.tsx';
import { letterPath, startPath } from './explore-address.ts';
import { AnswersSoFar, backFrom, ExploreCaption, type Explored } from './explore-page.tsx';
import { HowLongItTakes } from './how-long-it-takes.tsx';

interface Props {
  readonly words: Words;
  readonly explored: Explored;
  readonly outcome: string;
  /** It is the place, and the reader can open a case here. */
  readonly mayStart: boolean;
  readonly took: readonly Duration[];
}

/** Where the questions led: whether this is the place, what can be done first, what it costs, how long it takes. */
export function OutcomePage({ words, explored, outcome, mayStart, took }: Props) {
  const { explorer, definition } = explored;
  const { title, body, letters = [], links = [] } = explorer.outcomes[outcome] ?? { title: {}, body: {} };
  return (
    <>
      <BackLink href={backFrom(explored)}>{words.guided.back}</BackLink>
      <ExploreCaption words={words} explored={explored} />
      <h1>{textIn(title, words.lang)}</h1>
      <div class="narrow">
        <Paragraphs text={textIn(body, words.lang)} />
        <Letters words={words} explored={explored} outcome={outcome} letters={letters} />
        {links.length > 0 && (
          <>
            <h2>{words.explore.links}</h2>
            <ul class="plain">
              {links.map((link) => (
                <li>
                  <a href={link.url} rel="noreferrer">
                    {textIn(link.title, words.lang)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {mayStart && (
          <>
            <Costs words={words} definition={definition} />
            <HowLongItTakes words={words} definition={definition} took={took} />
            <Start words={words} explored={explored} isAfterLetter={letters.length > 0} />
          </>
        )}
      </div>
      <AnswersSoFar words={words} explored={explored} />
    </>
  );
}

type Letter = { readonly title: Readonly<Record<string, string>>; readonly body: Readonly<Record<string, string>> };

/** Each can be read here, and taken along to be filled in. */
function Letters({
  words,
  explored: { definition },
  outcome,
  letters,
}: Pick<Props, 'words' | 'explored' | 'outcome'> & { readonly letters: readonly Letter[] }) {
  return (
    <>
      {letters.map((letter, index) => {
        const title = textIn(letter.title, words.lang);
        return (
          <section>
            <h2>{title}</h2>
            <div class="card letter">
              <div class="text">
                <Paragraphs text={textIn(letter.body, words.lang)} />
              </div>
            </div>
            <p>
              <a href={`${letterPath(definition.id, outcome, index + 1)}?lang=${words.lang}`} download>
                {words.explore.download}
                <span class="govuk-visually-hidden"> {title}</span>
              </a>
              <br />
              <span class="quiet">{words.explore.downloadHint}</span>
            </p>
          </section>
        );
      })}
    </>
  );
}

/** The way into a claim; where there is something to try first, it is the second choice. */
function Start({ words, explored, isAfterLetter }: Pick<Props, 'words' | 'explored'> & { isAfterLetter: boolean }) {
  const { definition, explorer, way } = explored;
  const given = way.answered
    .filter(({ option }) => option.sets)
    .map(({ question, option }) => [question, option.value]);
  const carried = filledInByAnswers(explorer, Object.fromEntries(given));
  return (
    <section aria-labelledby="start">
      <h2 id="start">{isAfterLetter ? words.explore.startLater : words.explore.start}</h2>
      <p>{carried.length > 0 ? words.explore.startCarried : words.explore.startText}</p>
      <Button
        href={startPath(definition.id, given as [string, string][])}
        isStart
        class={isAfterLetter ? 'govuk-button--secondary' : undefined}
      >
        {fill(words.start.open, { title: textIn(definition.title, words.lang) })}
      </Button>
    </section>
  );
}
