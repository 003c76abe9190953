/** @jsxImportSource hono/jsx */
import type { RegisterSearch } from '../../../app/ports/register-search.ts';
import type { PublicDecision } from '../../../app/ports/rows.ts';
import { Button } from '../../components/button.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Select } from '../../components/select.tsx';
import { fill, type Words } from '../../words.ts';
import { TextField } from '../forms/text-field.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import { feedPath } from './feed-path.ts';
import { StandingTag } from './standing-tag.tsx';

/** A decision with the words that its page has for it. */
export interface RegisterEntry {
  readonly decision: PublicDecision;
  readonly process: string;
  /** What the definition calls its paper; absent where it is not told. */
  readonly type: string | undefined;
  readonly zone: string;
  /** The local date of its publication, in words. */
  readonly published: string;
}

interface Props {
  readonly words: Words;
  readonly search: RegisterSearch;
  /** Kinds of decisions that the processes of the tribunal make, by their titles. */
  readonly types: readonly { readonly value: string; readonly text: string }[];
  readonly errors: readonly PageError[];
  readonly entries: readonly RegisterEntry[];
  readonly next: string | null;
}

/** Decisions that everyone may read, newest first, and a way to look for some of them. */
export function RegisterPage({ words, search, types, errors, entries, next }: Props) {
  const { register: said } = words;
  const { q } = search;
  const asked = Object.entries(search).filter((one): one is [string, string] => Boolean(one[1]));
  const more = new URLSearchParams([...asked, ...(next ? [['cursor', next]] : [])]);
  const nothing = asked.length > 0 ? said.none : said.empty;
  const found = asked.length > 0 ? said.matching : said.newest;
  return (
    <>
      <PageErrors words={words} errors={errors} />
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <SearchForm words={words} search={search} types={types} errors={errors} />
      <h2 aria-live="polite">{q && asked.length === 1 ? fill(said.found, { q }) : found}</h2>
      {entries.length === 0 && <p>{nothing}</p>}
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
      <p>
        <a href={feedPath(search, words.lang)} type="application/atom+xml">
          {asked.length > 0 ? said.feedOfThese : said.feed}
        </a>
      </p>
    </>
  );
}

function SearchForm({ words, search, types, errors }: Pick<Props, 'words' | 'search' | 'types' | 'errors'>) {
  const { register: said } = words;
  const any = { value: '', text: said.any };
  const outcomes = Object.entries(said.outcomes).map(([value, text]) => ({ value, text }));
  const line = { words, errors, autocomplete: 'off' };
  return (
    <search>
      <form method="get" action="/register" novalidate>
        <TextField {...line} name="q" label={said.words} hint={said.wordsHint} value={search.q ?? ''} width={20} />
        <TextField {...line} name="from" label={said.from} hint={said.dateHint} value={search.from ?? ''} width={10} />
        <TextField {...line} name="to" label={said.to} value={search.to ?? ''} width={10} />
        <Select id="f-type" name="type" label={said.type} options={[any, ...types]} value={search.type} />
        <Select
          id="f-outcome"
          name="outcome"
          label={said.outcome}
          options={[any, ...outcomes]}
          value={search.outcome}
        />
        <Button>{said.search}</Button>
      </form>
    </search>
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
export function factsOf({ register }: Words, { decision, process, type, published }: RegisterEntry): string {
  const kind = type ?? register.kinds[decision.decision as keyof typeof register.kinds] ?? decision.decision;
  return [decision.reference, process, kind, published].join(' · ');
}
