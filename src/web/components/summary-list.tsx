/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Action {
  readonly href: string;
  readonly text: Child;
  /** Of what: for those who hear the link alone. */
  readonly of?: string | undefined;
  readonly class?: string | undefined;
}

interface Row {
  /** For links that lead to it. */
  readonly id?: string | undefined;
  readonly question: Child;
  readonly answer: Child;
  readonly actions?: readonly Action[] | undefined;
  readonly class?: string | undefined;
  readonly questionClass?: string | undefined;
  readonly answerClass?: string | undefined;
}

interface Props {
  readonly rows: readonly Row[];
  readonly class?: string | undefined;
}

/** Questions and what was answered, each with a way to change it. */
export function SummaryList({ rows, class: more }: Props) {
  const anyHasActions = rows.some(({ actions = [] }) => actions.length > 0);
  return (
    <dl class={classNames('govuk-summary-list', more)}>
      {rows.map((row) => (
        <OneRow {...row} lacksActions={anyHasActions && !row.actions} />
      ))}
    </dl>
  );
}

function OneRow({
  id,
  question,
  answer,
  actions = [],
  lacksActions,
  ...classes
}: Row & { readonly lacksActions: boolean }) {
  const links = actions.map(({ href, text, of, class: more }) => (
    <a class={classNames('govuk-link', more)} href={href}>
      {text}
      {of && <span class="govuk-visually-hidden"> {of}</span>}
    </a>
  ));
  return (
    <div
      id={id}
      class={classNames(
        'govuk-summary-list__row',
        lacksActions && 'govuk-summary-list__row--no-actions',
        classes.class,
      )}
    >
      <dt class={classNames('govuk-summary-list__key', classes.questionClass)}>{question}</dt>
      <dd class={classNames('govuk-summary-list__value', classes.answerClass)}>{answer}</dd>
      {links.length > 0 && (
        <dd class="govuk-summary-list__actions">
          {links.length === 1 ? (
            links
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {links.map((link) => (
                <li class="govuk-summary-list__actions-list-item">{link}</li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}
