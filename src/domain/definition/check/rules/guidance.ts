import { type StateView, selfAndAncestors } from '../../chart-view.ts';
import { named, rolesInChart, rolesMovedBy } from '../../definition-view.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { nameOfState } from '../../placed-actions.ts';
import { leavesReached, waysOut } from '../certain-facts.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { closingStates } from '../closing-states.ts';
import { error, type Problem } from '../problem.ts';
import { reachOf, rolesThatMay } from '../reach.ts';
import { unknownName } from '../unknown-name.ts';

/** Whoever can act in a state is told there, or in a state around it, what this means for them. */
export const checkGuidance: Rule = (view) => {
  const reach = reachOf(view);
  return view.charts.flatMap((chart) => {
    // In a chart that is over nobody can do anything, whatever the states around it react to.
    const closing = new Set(closingStates(chart));
    return leavesReached(chart, reach).flatMap((leaf) => {
      if (closing.has(leaf)) return [];
      const out = waysOut(leaf, reach);
      const events = [...new Set(out.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.name] : [])))];
      return prefixes(view, leaf).flatMap((prefix) => missingIn(view, leaf, prefix, events));
    });
  });
};

/** Guidance for a party chart's states stands under each role that lives in it: `respondent:served`. */
function prefixes(view: CheckedDefinition, leaf: StateView): string[] {
  return leaf.chart === 'case' ? [''] : rolesInChart(view, leaf.chart).map((role) => `${role}:`);
}

function missingIn(view: CheckedDefinition, leaf: StateView, prefix: string, events: readonly string[]): Problem[] {
  const able = rolesAble(view, prefix.slice(0, -1), events);
  const untold = [...able].filter(
    ([role]) => !isTold(view, leaf, prefix, role) && !(isOther(prefix, role) && isToldEverywhere(view, role)),
  );
  return untold.map(([role, event]) => {
    const key = prefix + leaf.dotted;
    const message = `In ${nameOfState(leaf)} the role “${role}” can do ${event}, but no guidance tells them what this means for them.`;
    const fix = `Add "${key}": { "${role}": { … } } to “guidance”, or guidance for a state around it.`;
    return error('missing-guidance', jsonPointer('guidance', key, role), message, fix);
  });
}

/** Who can do one of these events, with the first that they can. A party with a chart of its own acts in that chart alone. */
function rolesAble(view: CheckedDefinition, livesHere: string, events: readonly string[]): Map<string, string> {
  const able = new Map<string, string>();
  for (const event of events) {
    const own = livesHere === '' ? [] : rolesMovedBy(view, event).filter((role) => role !== livesHere);
    for (const role of rolesThatMay(view, event))
      if (!own.includes(role) && !able.has(role) && !isEvidenceOfAnother(view, event, livesHere, role))
        able.set(role, event);
  }
  return able;
}

/** Evidence that somebody files for a party is part of no step: it has a page of its own, the same in every state. */
function isEvidenceOfAnother({ definition }: CheckedDefinition, event: string, livesHere: string, role: string) {
  return livesHere !== '' && role !== livesHere && named(definition.events, event)?.exhibit !== undefined;
}

function isTold(
  { definition: { guidance } }: CheckedDefinition,
  leaf: StateView,
  prefix: string,
  role: string,
): boolean {
  return selfAndAncestors(leaf).some(
    (state) => named(named(guidance, prefix + state.dotted) ?? {}, role) !== undefined,
  );
}

/** Someone who acts on the chart of another party; the states of the case tell them what there is to do. */
function isOther(prefix: string, role: string): boolean {
  return prefix !== '' && prefix !== `${role}:`;
}

function isToldEverywhere(view: CheckedDefinition, role: string): boolean {
  const closing = new Set(closingStates(view.caseChart));
  return leavesReached(view.caseChart, reachOf(view)).every(
    (leaf) => closing.has(leaf) || isTold(view, leaf, '', role),
  );
}

/** Guidance is for states and roles that exist. */
export const checkGuidanceNames: Rule = (view) => {
  const known = new Set(
    view.charts.flatMap((chart) =>
      chart.states.flatMap((state) => prefixes(view, state).map((prefix) => prefix + state.dotted)),
    ),
  );
  return Object.entries(view.definition.guidance).flatMap(([state, roles]) => {
    const path = jsonPointer('guidance', state);
    const where = `The guidance for “${state}”`;
    const unknownState = known.has(state)
      ? []
      : [unknownName('unknown-state', path, { where: 'The guidance', what: 'state', name: state, known })];
    const unknownRoles = Object.keys(roles).filter(
      (role) => !view.names.roles.has(role) && role !== 'representative' && role !== 'helper',
    );
    return [
      ...unknownState,
      ...unknownRoles.map((role) =>
        unknownName('unknown-role', path + jsonPointer(role), {
          where,
          what: 'role',
          name: role,
          known: view.names.roles,
        }),
      ),
    ];
  });
};
