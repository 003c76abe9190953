import { nameOfTransition } from '../../placed-actions.ts';
import type { Rule } from '../checked-definition.ts';
import { DEFINITION_LIMITS } from '../limits.ts';
import { namesInGuard } from '../names-in-guard.ts';
import { error } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';
import { withCapital } from '../with-capital.ts';

/** Every guard of a transition is made of guards that exist, and of no more than people can follow. */
export const checkGuardReferences: Rule = (view) =>
  view.charts.flatMap((chart) =>
    chart.transitions.flatMap((transition) => {
      if (transition.guard === undefined) return [];
      const path = `${transition.pointer}/guard`;
      const where = withCapital(nameOfTransition(transition));
      const names = namesInGuard(transition.guard);
      if (names.length > DEFINITION_LIMITS.guardNames) {
        const message = `${where} combines ${names.length} guards; at most ${DEFINITION_LIMITS.guardNames} are allowed.`;
        return [error('guard-too-large', path, message, 'Say it in one named guard.')];
      }
      const known = view.names.guards;
      const unknown = [...new Set(names)].filter((name) => !known.has(name));
      return unknown.map((name) => unknownName('unknown-guard', path, { where, what: 'guard', name, known }));
    }),
  );
