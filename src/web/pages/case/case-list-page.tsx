/** @jsxImportSource hono/jsx */
import type { DeadlineView } from '../../../app/case-view.ts';
import type { Begun } from '../../../app/drafts/list-begun.ts';
import type { CaseSummary } from '../../../app/queries/list-cases.ts';
import type { HelpRequestView } from '../../../app/queries/list-help-requests.ts';
import type { RoleInCase } from '../../../domain/roles-in-case.ts';
import { Button } from '../../components/button.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { fill, type Words } from '../../words.ts';
import { momentInWords } from '../moment-in-words.ts';
import { helpRequestPath } from '../people/help-request-pages.tsx';
import { actionPath } from './action-path.ts';
import type { CaseWords } from './case-words.ts';

interface Row {
  readonly theCase: CaseSummary;
  readonly names: CaseWords;
  readonly due: DeadlineView | undefined;
  /** What the reader has begun there and not sent. */
  readonly begun: readonly Begun[];
  /** How the viewer stands to it. */
  readonly standing: readonly RoleInCase[];
}

interface Props {
  readonly words: Words;
  readonly email: string;
  readonly isStaff: boolean;
  /** They print and post letters. */
  readonly hasLetters: boolean;
  readonly cases: readonly Row[];
  readonly next: string | null;
  /** Of parties who want them at their side. */
  readonly requests: readonly HelpRequestView[];
}

/** Disputes, newest first: where each stands and what is due. */
export function CaseListPage({ words, email, isStaff, hasLetters, cases, next, requests }: Props) {
  const { cases: said } = words;
  return (
    <>
      <h1>{isStaff ? said.staffTitle : said.title}</h1>
      {hasLetters && (
        <p>
          <a href="/letters">{words.letters.link}</a>
        </p>
      )}
      <HelpRequests words={words} requests={requests} />
      {cases.length === 0 ? <Empty words={words} email={email} /> : <Disputes words={words} cases={cases} />}
      {next && (
        <Pagination label={said.pages} next={{ href: `/cases?cursor=${encodeURIComponent(next)}`, text: said.next }} />
      )}
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

function Disputes({ words, cases }: Pick<Props, 'words' | 'cases'>) {
  const { cases: said } = words;
  return (
    <Table
      class="cards"
      head={[said.reference, said.process, said.stage, said.due].map((content) => ({ content }))}
      rows={cases.map((row) => [
        { content: <Dispute words={words} row={row} /> },
        { content: row.names.process },
        { content: row.theCase.status === 'closed' ? said.closed : row.names.stage(row.theCase.stage) },
        {
          content: (
            <>
              <Due words={words} due={row.due} />
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

function Due({ words, due }: Pick<Props, 'words'> & { readonly due: DeadlineView | undefined }) {
  const { cases: said } = words;
  if (!due) return <span class="quiet">{said.noDue}</span>;
  return (
    <>
      <Tag class="govuk-tag--yellow">{said.mine}</Tag>
      <br />
      {momentInWords(due.dueAt, due.zone, words)}
    </>
  );
}
