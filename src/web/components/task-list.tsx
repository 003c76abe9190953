/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Task {
  readonly title: Child;
  /** Without it, it cannot be done yet. */
  readonly href?: string | undefined;
  readonly hint?: Child;
  readonly status?: Child;
  readonly class?: string | undefined;
  readonly titleClass?: string | undefined;
  readonly statusClass?: string | undefined;
}

interface Props {
  /** What the ids of its parts begin with; one a page. */
  readonly id?: string | undefined;
  readonly tasks: readonly Task[];
  readonly class?: string | undefined;
}

/** What there is to do, and how each of it stands. */
export function TaskList({ id = 'task-list', tasks, class: more }: Props) {
  return (
    <ul class={classNames('govuk-task-list', more)}>
      {tasks.map((task, index) => (
        <Row task={task} id={`${id}-${index + 1}`} />
      ))}
    </ul>
  );
}

function Row({ task: { title, href, hint, status, ...classes }, id }: { readonly task: Task; readonly id: string }) {
  const link = href && 'govuk-task-list__item--with-link';
  const read = classNames(Boolean(hint) && `${id}-hint`, `${id}-status`);
  return (
    <li class={classNames('govuk-task-list__item', link, classes.class)}>
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a
            class={classNames('govuk-link govuk-task-list__link', classes.titleClass)}
            href={href}
            aria-describedby={read}
          >
            {title}
          </a>
        ) : (
          <div class={classes.titleClass}>{title}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', classes.statusClass)} id={`${id}-status`}>
        {status}
      </div>
    </li>
  );
}
