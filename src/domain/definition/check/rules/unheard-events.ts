import { truthOf } from '../../../expression/guard-truth.ts';
import { chartOfRole, chartsReachedBy, rolesMovedBy } from '../../definition-view.ts';
import type { EventRule } from '../../event-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { conditionOf } from '../guards-of.ts';
import { error, type Problem } from '../problem.ts';
import { type Reach, reachOf, rolesThatMay } from '../reach.ts';

/** Every event can be done by somebody, in some state that a case can come to. */
export const checkUnheardEvents: Rule = (view) => {
  const reach = reachOf(view);
  return Object.entries(view.definition.events).flatMap(([name, event]) => {
    const path = jsonPointer('events', name);
    if (rolesThatMay(view, name).length === 0) return onlyCapacities(event) ? [nobody(name, path)] : [];
    if (isNever(view, name)) return [neverNow(name, event, path)];
    return isHeard(view, name, event, reach) ? [] : [unheard(name, event, path)];
  });
};

/** An unknown role is reported as such; a capacity alone is the same to the engine, but not to the reader. */
function onlyCapacities({ by }: EventRule): boolean {
  return by.every((role) => role === 'representative' || role === 'helper');
}

function isNever(view: CheckedDefinition, name: string): boolean {
  const condition = conditionOf(view.definition, name);
  return condition !== undefined && truthOf(condition) === 'never';
}

/** Some chart takes it; or it is about a party without a chart, whose answers are simply kept. */
function isHeard(view: CheckedDefinition, name: string, event: EventRule, reach: Reach): boolean {
  if (event.scope === 'party' && rolesMovedBy(view, name).some((role) => chartOfRole(view, role) === undefined))
    return true;
  const charts = chartsReachedBy(view, name);
  return [...reach.transitions].some(
    ({ trigger, source }) => trigger.kind === 'event' && trigger.name === name && charts.includes(source.chart),
  );
}

function nobody(name: string, path: string): Problem {
  const message = `Nobody can do the event “${name}”: a representative or helper acts for a party, and no party's role is listed.`;
  return error('event-nobody-can-do', `${path}/by`, message, 'Add the role of the party to “by”.');
}

function neverNow(name: string, { by }: EventRule, path: string): Problem {
  const message = `Nobody can ever do the event “${name}”: its condition can never be true of who may do it (${by.join(', ')}).`;
  return error('event-nobody-can-do', `${path}/when`, message, 'Correct the condition or “by”, or remove the event.');
}

function unheard(name: string, event: EventRule, path: string): Problem {
  const chart = event.scope === 'party' ? 'the charts of the parties it moves' : 'the chart of the case';
  const message = `Nobody can ever do the event “${name}”: no state that can be reached in ${chart} reacts to it.`;
  return error('event-nobody-can-do', path, message, `Add it under “on” of a state in ${chart}, or remove the event.`);
}
