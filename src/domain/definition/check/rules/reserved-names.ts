import { RESERVED_EVENTS } from '../../engine-events.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { placedActions } from '../../placed-actions.ts';
import type { Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import { withCapital } from '../with-capital.ts';

const FIX = 'Choose another name.';

/** Nobody but the engine says what the engine says. */
export const checkReservedNames: Rule = (view) => [
  ...Object.keys(view.definition.events)
    .filter((name) => RESERVED_EVENTS.has(name))
    .map((name) => reserved(jsonPointer('events', name), `The event “${name}” cannot be declared`)),
  ...view.charts.flatMap((chart) =>
    placedActions(chart).flatMap(({ action, pointer, where }) =>
      action.type === 'tell' && RESERVED_EVENTS.has(action.event)
        ? [reserved(`${pointer}/event`, `${where} cannot tell “${action.event}”`)]
        : [],
    ),
  ),
];

function reserved(path: string, words: string): Problem {
  return error('reserved-name', path, `${withCapital(words)}: only the engine may say that.`, FIX);
}
