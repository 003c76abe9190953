/** @jsxImportSource hono/jsx */
import type { PublicDecision } from '../../app/ports/rows.ts';
import { Button } from '../components/button.tsx';
import { Pagination } from '../components/pagination.tsx';
import { TextInput } from '../components/text-input.tsx';
import { fill, type Words } from '../words.ts';
import { StandingTag } from './standing-tag.tsx';

/** A decision with the words that its page has for it. */
export interface RegisterEntry {
  readonly decision: PublicDecision;
  readonly process: string;
  readonly zone: string;
  /** The local date of its publication, in words. */
  readonly published: string;
}

interface Props {
  readonly words: Words;
  readonly q: string;
  readonly entries: readonly RegisterEntry[];
  readonly next: string | null;
}

/** Decisions that everyone may read, newest first, and a way to look for words in them. */
export function RegisterPage({ words, q, entries, next }: Props) {
  const { register: said } = words;
  const more = new URLSearchParams({ ...(q ? { q } : {}), ...(next ? { cursor: next } : {}) });
  return (
    <>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <search>
        <form method="get" action="/register">
          <TextInput
            id="q"
            name="q"
            label={said.words}
            hint={said.wordsHint}
            value={q}
            spellcheck={false}
            class="govuk-input--width-20"
          />
          <Button>{said.search}</Button>
        </form>
      </search>
      <h2 aria-live="polite">{q ? fill(said.found, { q }) : said.newest}</h2>
      {entries.length === 0 && <p>{q ? said.nothing : said.empty}</p>}
      {entries.length > 0 && (
        <ul class="card rows">
          {entries.map((entry) => (
            <li>
              <a href={`/register/${encodeURIComponent(entry.decision.id)}`}>
                <b>{entry.decision.title}</b>
              </a>
              <p class="quiet">{factsOf(words, entry)}</p>
              <EndedStanding words={words} entry={entry} />
            </li>
          ))}
        </ul>
      )}
      {next && <Pagination label={said.pages} next={{ href: `/register?${more}`, text: said.next }} />}
    </>
  );
}

/** What has become of a decision that stands no more. */
export function EndedStanding({
  words,
  entry: { decision, zone },
}: {
  readonly words: Words;
  readonly entry: RegisterEntry;
}) {
  if (decision.standing === 'in-force') return null;
  return (
    <p>
      <StandingTag words={words} zone={zone} of={decision} />
    </p>
  );
}

/** Reference, process, kind and date, in a line. */
export function factsOf({ register }: Words, { decision, process, published }: RegisterEntry): string {
  const kind = register.kinds[decision.decision as keyof typeof register.kinds] ?? decision.decision;
  return [decision.reference, process, kind, published].join(' · ');
}
