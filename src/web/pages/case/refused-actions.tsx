/** @jsxImportSource hono/jsx */
import { Details } from '../../components/details.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import type { Words } from '../../words.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** What someone might look for and not find: not possible now, and why. */
export function RefusedActions({ words: { theCase: said }, model: { refusedActions } }: Props) {
  if (refusedActions.length === 0) return null;
  const rows = refusedActions.map(({ titles, why }) => ({
    question: titles.map((title) => <div>{title}</div>),
    answer: why,
  }));
  return (
    <Details summary={said.notNow}>
      <SummaryList rows={rows} />
    </Details>
  );
}
