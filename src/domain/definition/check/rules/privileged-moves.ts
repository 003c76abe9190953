import type { TransitionView } from '../../chart-view.ts';
import { named } from '../../definition-view.ts';
import { eventOf, nameOfState, nameOfTransition } from '../../placed-actions.ts';
import { statesEntered } from '../../states-entered.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { guardsOf } from '../guards-of.ts';
import { error, type Problem } from '../problem.ts';
import { withCapital } from '../with-capital.ts';

/** Where everyone has said yes, the case may move: an agreement is no secret from who might have decided. */
const ALL_AGREED = 'offer.accepted';

/**
 * What is said without prejudice leaves the case where it is: the member who decides sees its state, its deadlines and
 * how often they began, and would learn from them that something was offered and refused.
 */
export const checkPrivilegedMoves: Rule = (view) =>
  view.charts
    .flatMap(({ transitions }) => transitions)
    .filter(
      (transition) => named(view.definition.events, eventOf(transition))?.privileged && !isAgreed(view, transition),
    )
    .flatMap((transition) => [...movesOf(transition), ...tellsOf(transition)]);

function isAgreed(view: CheckedDefinition, transition: TransitionView): boolean {
  const before = transition.source.transitions
    .slice(0, transition.source.transitions.indexOf(transition))
    .filter((earlier) => eventOf(earlier) === eventOf(transition));
  return guardsOf(view.definition).requires(transition, before, ALL_AGREED);
}

function movesOf(transition: TransitionView): Problem[] {
  const { target, pointer } = transition;
  if (!target || statesEntered(transition).length === 0) return [];
  const message = `${withCapital(nameOfTransition(transition))}, which is without prejudice, leads to ${nameOfState(target)} before all have agreed: the member who decides sees the case move.`;
  return [
    betrayed(
      pointer,
      message,
      'Add a guard that asks offer.accepted, or take the target out: the offer itself can have a deadline.',
    ),
  ];
}

function tellsOf(transition: TransitionView): Problem[] {
  return transition.actions.flatMap(({ action, pointer }) =>
    action.type === 'tell'
      ? [
          betrayed(
            pointer,
            `${withCapital(nameOfTransition(transition))}, which is without prejudice, tells “${action.event}” to other charts before all have agreed: the member who decides sees them move.`,
            'Add a guard that asks offer.accepted, or remove the “tell”.',
          ),
        ]
      : [],
  );
}

function betrayed(path: string, message: string, fix: string): Problem {
  return error('privileged-move', path, message, fix);
}
