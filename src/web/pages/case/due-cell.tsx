/** @jsxImportSource hono/jsx */
import type { DeadlineView } from '../../../app/case-view.ts';
import type { Dispute } from '../../../app/queries/list-disputes.ts';
import type { Work } from '../../../app/queries/read-work.ts';
import type { RoleInCase } from '../../../domain/roles-in-case.ts';
import { Tag } from '../../components/tag.tsx';
import { fill, type Words } from '../../words.ts';
import { momentInWords } from '../moment-in-words.ts';

/** What a row of the list says of time. */
export interface RowTurn extends Pick<Dispute, 'tasks'> {
  readonly standing: readonly RoleInCase[];
  /** The viewer's own date. */
  readonly due: DeadlineView | undefined;
  /** Somebody else's, and whose it is. */
  readonly waiting: { readonly name: string; readonly deadline: DeadlineView } | undefined;
  readonly isClosed: boolean;
  /** Where the tribunal sits. */
  readonly zone: string;
}

type Props = RowTurn & { readonly words: Words };

/** Whose turn it is in a dispute: a party reads its own date; the tribunal its own work, or for whom the case waits. */
export function DueCell(props: Props) {
  const { words, standing, tasks, due, waiting, isClosed, zone } = props;
  const { cases: said } = words;
  const isStaff = !standing.some((role) => role.standing === 'party');
  if (isStaff && isClosed && tasks.length === 0) return null;
  if (due && tasks.length === 0)
    return <Own tag={said.mine} lines={[fill(words.theCase.dueBy, { when: untilWhen(words, due) })]} />;
  if (tasks.length > 0) return <Own tag={said.forYou} lines={tasks.map((task) => taskInWords(words, task, zone))} />;
  const { name, deadline } = waiting ?? {};
  if (isStaff && deadline) return <>{fill(said.waiting, { name: name ?? '', when: untilWhen(words, deadline) })}</>;
  return <span class="quiet">{isStaff ? said.noDate : said.noDue}</span>;
}

function Own({ tag, lines }: { readonly tag: string; readonly lines: readonly string[] }) {
  return (
    <>
      <Tag class="govuk-tag--yellow">{tag}</Tag>
      {lines.map((line) => (
        <div>{line}</div>
      ))}
    </>
  );
}

function untilWhen(words: Words, { dueAt, zone }: DeadlineView): string {
  return momentInWords(dueAt, zone, words);
}

/** “Review the application, by Friday 27 November 2026, 11:59 p.m. Pacific time” */
export function taskInWords(words: Words, { title, dueAt }: Work, zone: string): string {
  if (dueAt === null) return title;
  return fill(words.cases.taskDue, { title, when: momentInWords(dueAt, zone, words) });
}
