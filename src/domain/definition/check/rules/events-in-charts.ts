import type { StateView } from '../../chart-view.ts';
import { chartsReachedBy, chartsTold, isSignalTo } from '../../definition-view.ts';
import { CHART_SIGNALS, ENGINE_COMMANDS } from '../../engine-events.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { nameOfState, placedActions } from '../../placed-actions.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';
import { withCapital } from '../with-capital.ts';

/** A state reacts only to what can come to its chart: declared events, what other charts tell it, the engine's signals. */
export const checkEventsInCharts: Rule = (view) => {
  const told = eventsTold(view);
  return view.charts.flatMap((chart) =>
    chart.states.flatMap((state) =>
      Object.keys(state.node.on ?? {}).flatMap((event) =>
        told.has(`${chart.name} ${event}`) ? [] : checkEvent(view, state, event),
      ),
    ),
  );
};

function eventsTold(view: CheckedDefinition): Set<string> {
  return new Set(
    view.charts.flatMap((chart) =>
      placedActions(chart).flatMap(({ action }) =>
        action.type === 'tell'
          ? chartsTold(view, chart.name, action.to).map((receiver) => `${receiver} ${action.event}`)
          : [],
      ),
    ),
  );
}

function checkEvent(view: CheckedDefinition, state: StateView, event: string): Problem[] {
  const path = state.pointer + jsonPointer('on', event);
  const where = withCapital(nameOfState(state));
  if (isSignalTo(event, state.chart)) return [];
  if ((ENGINE_COMMANDS as readonly string[]).includes(event)) {
    const message = `${where} reacts to ${event}, which the engine carries out itself: charts never hear of it.`;
    return [error('event-never-comes', path, message, 'Remove it.')];
  }
  if (Object.hasOwn(CHART_SIGNALS, event)) {
    const message = `${where} reacts to ${event}, which goes to ${state.chart === 'case' ? 'the charts of parties' : 'the chart of the case'} alone.`;
    return [error('event-never-comes', path, message, 'Move it to the other chart.')];
  }
  if (!view.names.events.has(event)) {
    return [unknownName('unknown-event', path, { where, what: 'event', name: event, known: view.names.events })];
  }
  if (!Object.hasOwn(view.definition.events, event) || chartsReachedBy(view, event).includes(state.chart)) return [];
  return [goesElsewhere(view, path, where, event)];
}

function goesElsewhere(view: CheckedDefinition, path: string, where: string, event: string): Problem {
  const scope = view.definition.events[event]?.scope;
  const message =
    scope === 'party'
      ? `${where} reacts to ${event}, but that event has the scope “party” and goes to other charts.`
      : `${where} reacts to ${event}, but that event has the scope “case” and goes to the case's chart.`;
  const fix =
    scope === 'party'
      ? 'Handle it in the chart of the parties it moves (see “of”), and let the case react to PARTY_CHANGED.'
      : 'Give the event "scope": "party", or let the case\'s chart tell this one.';
  return error('event-never-comes', path, message, fix);
}
