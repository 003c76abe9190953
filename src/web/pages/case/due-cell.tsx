/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { DeadlineView } from '../../../app/case-view.ts';
import type { Dispute } from '../../../app/queries/list-disputes.ts';
import type { Work } from '../../../app/queries/read-work.ts';
import type { RoleInCase } from '../../../domain/access/roles-in-case.ts';
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
  /** Instant (UTC). */
  readonly now: string;
  /** Where the tribunal sits. */
  readonly zone: string;
}

type Props = RowTurn & { readonly words: Words };

/** Whose turn it is in a dispute: a party reads its own date; the tribunal its own work, or for whom the case waits. */
export function DueCell(props: Props) {
  const { words, standing, tasks, due, waiting, isClosed, zone, now } = props;
  const { cases: said } = words;
  // A helper looks on, as the tribunal does.
  const isStaff = !standing.some((role) => role.standing === 'party' && role.capacity !== 'helper');
  if (isStaff && isClosed && tasks.length === 0) return null;
  if (due && tasks.length === 0)
    return <Own tag={said.mine} lines={[fill(words.theCase.dueBy, { when: untilWhen(words, due) })]} />;
  if (tasks.length > 0)
    return (
      <Own tag={said.forYou} lines={tasks.map((task) => <Task words={words} task={task} zone={zone} now={now} />)} />
    );
  const { name, deadline } = waiting ?? {};
  if (isStaff && deadline) return <>{fill(said.waiting, { name: name ?? '', when: untilWhen(words, deadline) })}</>;
  return <span class="quiet">{isStaff ? said.noDate : said.noDue}</span>;
}

function Own({ tag, lines }: { readonly tag: string; readonly lines: readonly Child[] }) {
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

interface TaskProps {
  readonly words: Words;
  readonly task: Work;
  readonly zone: string;
  /** Instant (UTC). */
  readonly now: string;
}

/** “Review the application, by Friday 27 November 2026, 11:59 p.m. Pacific time”, and whether that is over. */
export function Task({ words: { cases: said, ...words }, task: { title, dueAt }, zone, now }: TaskProps) {
  if (dueAt === null) return <>{title}</>;
  return (
    <>
      {dueAt < now && <Tag class="govuk-tag--red">{said.overdue}</Tag>}{' '}
      {fill(said.taskDue, { title, when: momentInWords(dueAt, zone, words) })}
    </>
  );
}
