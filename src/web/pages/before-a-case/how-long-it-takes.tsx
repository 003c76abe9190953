/** @jsxImportSource hono/jsx */
import type { Definition } from '../../../domain/definition/schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import { type Duration, LEAST_CASES } from '../../../domain/texts/durations.ts';
import { fill, type Words } from '../../words.ts';

interface Props {
  readonly words: Words;
  readonly definition: Definition;
  readonly took: readonly Duration[];
}

/** What the tribunal's own cases took; while it has too few, what it aims at. */
export function HowLongItTakes({ words, definition, took }: Props) {
  return (
    <section aria-labelledby="how-long">
      <h2 id="how-long">{words.explore.howLong}</h2>
      {took.length > 0 ? <Figures words={words} took={took} /> : <Targets words={words} definition={definition} />}
    </section>
  );
}

function Figures({ words, took }: Pick<Props, 'words' | 'took'>) {
  const { explore } = words;
  return (
    <>
      <p>{explore.figures}</p>
      <ul>
        {took.map(({ outcome, cases, half, most }) => (
          <li>
            {fill(explore.figure, {
              ending: outcome ? explore.endings[outcome] : explore.anyEnding,
              half: spanInWords(half, words),
              most: spanInWords(most, words),
              cases,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Targets({ words, definition }: Pick<Props, 'words' | 'definition'>) {
  const { explore, lang } = words;
  const aimed = definition.stages.flatMap(({ title, target }) => (target ? [{ title, days: target.days }] : []));
  return (
    <>
      <p>{fill(explore.tooFew, { least: LEAST_CASES })}</p>
      {aimed.length > 0 && (
        <>
          <p>{explore.targets}</p>
          <ul>
            {aimed.map(({ title, days }) => (
              <li>{fill(explore.target, { stage: textIn(title, lang), span: spanInWords(days, words) })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const [WEEK, MONTH] = [7, 30.44];

/** Nobody plans by the day what takes months. Rounded up: to promise less is a broken promise. */
export function spanInWords(days: number, { explore }: Pick<Words, 'explore'>): string {
  if (days < 2 * WEEK) return say(explore.days, explore.day, days);
  if (days <= 12 * WEEK) return say(explore.weeks, explore.week, Math.ceil(days / WEEK));
  return say(explore.months, explore.month, Math.ceil(days / MONTH));
}

function say(many: string, one: string, count: number): string {
  return count === 1 ? one : fill(many, { count });
}
