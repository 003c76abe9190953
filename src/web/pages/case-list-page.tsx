/** @jsxImportSource hono/jsx */
import type { DeadlineView } from '../../app/case-view.ts';
import type { CaseSummary } from '../../app/queries/list-cases.ts';
import { fill, type Words } from '../words.ts';
import type { CaseWords } from './case-words.ts';
import { momentInWords } from './moment-in-words.ts';

interface Props {
  readonly words: Words;
  readonly email: string;
  readonly isStaff: boolean;
  readonly cases: readonly {
    readonly theCase: CaseSummary;
    readonly names: CaseWords;
    readonly due: DeadlineView | undefined;
  }[];
  readonly next: string | null;
}

/** Disputes, newest first: where each stands and what is due. */
export function CaseListPage({ words, email, isStaff, cases, next }: Props) {
  const { cases: said } = words;
  return (
    <>
      <h1>{isStaff ? said.staffTitle : said.title}</h1>
      {cases.length === 0 ? <Empty words={words} email={email} /> : <Table words={words} cases={cases} />}
      {next && (
        <p>
          <a href={`/cases?cursor=${encodeURIComponent(next)}`}>{said.next}</a>
        </p>
      )}
      <p>
        <a href="/join">{said.join}</a>
      </p>
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

function Table({ words, cases }: Pick<Props, 'words' | 'cases'>) {
  const { cases: said } = words;
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{said.reference}</th>
          <th scope="col">{said.process}</th>
          <th scope="col">{said.stage}</th>
          <th scope="col">{said.due}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map(({ theCase, names, due }) => (
          <tr>
            <td>
              <a href={`/cases/${encodeURIComponent(theCase.id)}`}>{theCase.reference}</a>
              <br />
              {theCase.parties.map(({ name }) => name).join(' – ')}
            </td>
            <td>{names.process}</td>
            <td>{theCase.status === 'closed' ? said.closed : names.stage(theCase.stage)}</td>
            <td>{due ? fill(said.mine, { when: momentInWords(due.dueAt, due.zone, words) }) : said.noDue}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
