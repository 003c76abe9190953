/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

interface Cell {
  readonly content: Child;
  readonly isNumeric?: boolean | undefined;
  readonly class?: string | undefined;
}

interface Props {
  readonly caption?: Child;
  readonly captionClass?: string | undefined;
  readonly head?: readonly Cell[] | undefined;
  readonly rows: readonly (readonly Cell[])[];
  readonly firstCellIsHeader?: boolean | undefined;
  readonly class?: string | undefined;
}

/** Rows to compare. On a phone each becomes a card with the class `cards`. */
export function Table({ caption, captionClass, head, rows, firstCellIsHeader, class: more }: Props) {
  return (
    <table class={classNames('govuk-table', more)}>
      {caption && <caption class={classNames('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map(({ content, isNumeric, class: own }) => (
              <th
                scope="col"
                class={classNames('govuk-table__header', isNumeric && 'govuk-table__header--numeric', own)}
              >
                {content}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map(({ content, isNumeric, class: own }, index) =>
              firstCellIsHeader && index === 0 ? (
                <th scope="row" class={classNames('govuk-table__header', own)}>
                  {content}
                </th>
              ) : (
                <td class={classNames('govuk-table__cell', isNumeric && 'govuk-table__cell--numeric', own)}>
                  {content}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
