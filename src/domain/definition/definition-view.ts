import { type ChartView, viewChart } from './chart-view.ts';
import { CHART_SIGNALS } from './engine-events.ts';
import { jsonPointer } from './json-pointer.ts';
import type { Definition, Role } from './schema.ts';

/** A definition laid out for whoever asks about it as a whole: checker, diagram, difference. */
export interface DefinitionView {
  readonly definition: Definition;
  readonly caseChart: ChartView;
  /** Party chart's name → the chart. */
  readonly partyCharts: ReadonlyMap<string, ChartView>;
  /** The case's chart first. */
  readonly charts: readonly ChartView[];
  readonly partyRoles: readonly string[];
  readonly tribunalRoles: readonly string[];
}

/** Lays out a parsed definition; its names need not be known yet, nor its states reachable. */
export function viewDefinition(definition: Definition): DefinitionView {
  const caseChart = viewChart('case', '/chart', definition.chart);
  const partyCharts = new Map(
    Object.entries(definition.partyCharts).map(([name, chart]) => [
      name,
      viewChart(name, jsonPointer('partyCharts', name), chart),
    ]),
  );
  const rolesOf = (kind: Role['kind']) =>
    Object.keys(definition.roles).filter((role) => definition.roles[role]?.kind === kind);
  return {
    definition,
    caseChart,
    partyCharts,
    charts: [caseChart, ...partyCharts.values()],
    partyRoles: rolesOf('party'),
    tribunalRoles: rolesOf('tribunal'),
  };
}

/** The declared thing of this name, and never something that all objects have, such as `constructor`. */
export function named<T>(things: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(things, name) ? things[name] : undefined;
}

/** The name of the chart that parties of a role live in, when it is declared. */
export function chartOfRole(view: DefinitionView, role: string): string | undefined {
  const rule = named(view.definition.roles, role);
  const chart = rule?.kind === 'party' ? rule.chart : undefined;
  return chart !== undefined && view.partyCharts.has(chart) ? chart : undefined;
}

/** The party roles that live in a party chart. */
export function rolesInChart(view: DefinitionView, chart: string): string[] {
  return view.partyRoles.filter((role) => chartOfRole(view, role) === chart);
}

/**
 * The party roles that a party event can be about: `of`; without it the party roles in `by`, unless only some of those
 * have a chart: then, and when `by` names none, every role with one.
 */
export function rolesMovedBy(view: DefinitionView, event: string): string[] {
  const rule = named(view.definition.events, event);
  if (rule?.scope !== 'party') return [];
  if (rule.of) return rule.of;
  const charted = view.partyRoles.filter((role) => chartOfRole(view, role) !== undefined);
  const own = rule.by.filter((role) => view.partyRoles.includes(role));
  if (own.length > 0 && (charted.length === 0 || own.every((role) => charted.includes(role)))) return own;
  return charted.length > 0 ? charted : [...view.partyRoles];
}

/** The charts that an event from outside goes to: `case`, or names of party charts. */
export function chartsReachedBy(view: DefinitionView, event: string): string[] {
  const rule = named(view.definition.events, event);
  if (!rule) return [];
  if (rule.scope === 'case') return ['case'];
  const charts = rolesMovedBy(view, event).map((role) => chartOfRole(view, role));
  return [...new Set(charts.filter((chart) => chart !== undefined))];
}

/** Whether the engine itself sends this event to charts of this kind. */
export function isSignalTo(event: string, chart: string): boolean {
  const receiver: string | undefined = named<string>(CHART_SIGNALS, event);
  return receiver !== undefined && receiver === (chart === 'case' ? 'case' : 'party');
}

/** The charts that a `tell` in this chart goes to; none when `to` names nobody with a chart. */
export function chartsTold(view: DefinitionView, from: string, to: string): string[] {
  if (to === 'case') return ['case'];
  if (to === 'party') return from === 'case' ? [...view.partyCharts.keys()] : [from];
  const chart = chartOfRole(view, to);
  return chart === undefined ? [] : [chart];
}
