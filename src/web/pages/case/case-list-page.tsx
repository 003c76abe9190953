/** @jsxImportSource hono/jsx */
import type { Begun } from '../../../app/drafts/list-begun.ts';
import type { CaseSummary } from '../../../app/queries/list-cases.ts';
import type { HelpRequestView } from '../../../app/queries/list-help-requests.ts';
import { Button } from '../../components/button.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Table } from '../../components/table.tsx';
import { fill, type Words } from '../../words.ts';
import { helpRequestPath } from '../people/help-request-pages.tsx';
import { actionPath } from './action-path.ts';
import type { CaseWords } from './case-words.ts';
import { DueCell, type RowTurn } from './due-cell.tsx';

interface Row extends RowTurn {
  readonly theCase: CaseSummary;
  readonly names: CaseWords;
  /** What the reader has begun there and not sent. */
  readonly begun: readonly Begun[];
}

/** Which disputes the tribunal's people look at: those with work for them, those given to them, those that should have moved on. */
export const SHOWN = ['work', 'given', 'overdue'] as const;
export type Shown = (typeof SHOWN)[number];

interface Props {
  readonly words: Words;
  readonly email: string;
  readonly isStaff: boolean;
  /** Which they can choose to see, and what they chose; undefined: all. */
  readonly choices: readonly Shown[];
  readonly shown: Shown | undefined;
  /** They print and post letters. */
  readonly hasLetters: boolean;
  readonly cases: readonly Row[];
  readonly next: string | null;
  /** Of parties who want them at their side. */
  readonly requests: readonly HelpRequestView[];
}

/** Disputes, newest first: where each stands and what is due. */
export function CaseListPage(props: Props) {
  const { words, email, isStaff, shown, hasLetters, cases, next, requests } = props;
  const { cases: said } = words;
  const more = new URLSearchParams({ ...(shown ? { show: shown } : {}), ...(next ? { cursor: next } : {}) });
  return (
    <>
      <h1>{isStaff ? said.staffTitle : said.title}</h1>
      {hasLetters && (
        <p>
          <a href="/letters">{words.letters.link}</a>
        </p>
      )}
      <HelpRequests words={words} requests={requests} />
      <Choices {...props} />
      {cases.length === 0 &&
        (shown ? <p>{said.noneSuch}</p> : requests.length === 0 && <Empty words={words} email={email} />)}
      {cases.length > 0 && <Disputes words={words} cases={cases} isStaff={isStaff} />}
      {next && <Pagination label={said.pages} next={{ href: `/cases?${more}`, text: said.next }} />}
      {!isStaff && (
        <ul class="plain">
          <li>
            <a href="/join">{said.join}</a>
          </li>
          <li>
            <a href={`/?lang=${words.lang}`}>{said.start}</a>
          </li>
        </ul>
      )}
    </>
  );
}

function Choices({ words: { cases: said }, choices, shown }: Props) {
  if (choices.length === 0) return null;
  return (
    <nav class="tabs" aria-label={said.show}>
      {[undefined, ...choices].map((choice) => (
        <a href={choice ? `/cases?show=${choice}` : '/cases'} aria-current={choice === shown ? 'page' : undefined}>
          {said[choice ?? 'all']}
        </a>
      ))}
    </nav>
  );
}

function HelpRequests({ words, requests }: Pick<Props, 'words' | 'requests'>) {
  const { helpRequest: said } = words;
  return (
    <>
      {requests.map(({ caseId, capacity, party, process, reference }) => (
        <section class="card turn">
          <h2>{said.waiting}</h2>
          <p>
            {fill(said.title[capacity], { name: party })}. <span class="quiet">{`${process} · ${reference}`}</span>
          </p>
          <div class="govuk-button-group">
            <Button href={helpRequestPath(caseId)}>{said.answer}</Button>
          </div>
        </section>
      ))}
    </>
  );
}

function Empty({ words: { cases: said }, email }: Pick<Props, 'words' | 'email'>) {
  return (
    <div class="card">
      <p>{email ? fill(said.empty, { email }) : said.emptyNoEmail}</p>
      <p>{said.emptyHint}</p>
    </div>
  );
}

function Disputes({ words, cases, isStaff }: Pick<Props, 'words' | 'cases' | 'isStaff'>) {
  const { cases: said } = words;
  return (
    <Table
      class="cards"
      head={[said.reference, said.process, said.stage, isStaff ? said.turn : said.due].map((content) => ({ content }))}
      rows={cases.map((row) => [
        { content: <Dispute words={words} row={row} /> },
        { content: row.names.process },
        { content: row.theCase.status === 'closed' ? said.closed : row.names.stage(row.theCase.stage) },
        {
          content: (
            <>
              <DueCell words={words} {...row} />
              {row.begun.map((form) => (
                <div>
                  <a href={actionPath(row.theCase.id, form)}>{fill(said.goOn, { title: form.title })}</a>
                </div>
              ))}
            </>
          ),
        },
      ])}
    />
  );
}

function Dispute({ words, row: { theCase, standing } }: Pick<Props, 'words'> & { readonly row: Row }) {
  const beside = standing.flatMap((role) => {
    if (role.standing !== 'party' || !role.capacity) return [];
    const name = theCase.parties.find(({ id }) => id === role.party)?.name ?? '';
    return [fill(words.helpers.beside[role.capacity], { name })];
  });
  return (
    <>
      <a href={`/cases/${encodeURIComponent(theCase.id)}`}>
        <b>{theCase.parties.map(({ name }) => name).join(' – ')}</b>
      </a>
      <br />
      <span class="quiet">{theCase.reference}</span>
      {beside.map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
    </>
  );
}
