import type { StateView } from '../../chart-view.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { nameOfState } from '../../placed-actions.ts';
import { statesEnteredFirst } from '../../states-entered.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { error, type Problem, warning } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';
import { withCapital } from '../with-capital.ts';

/** Every state of the case belongs to a stage that people are told; stages are listed once. */
export const checkStages: Rule = (view) => [
  ...checkList(view),
  ...view.charts.flatMap((chart) => chart.states.flatMap((state) => checkKnown(view, state))),
  ...view.caseChart.states.flatMap(checkBelongs),
  ...checkBeginning(view),
];

function checkList(view: CheckedDefinition): Problem[] {
  const ids = view.definition.stages.map((stage) => stage.id);
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return [];
    const path = jsonPointer('stages', index, 'id');
    return [error('duplicate-id', path, `The stage “${id}” is listed twice.`, 'Remove one, or give it another id.')];
  });
}

/** What every case goes through is no exception. */
function checkBeginning(view: CheckedDefinition): Problem[] {
  const first = new Set(statesEnteredFirst(view.caseChart.root).map(({ stage }) => stage));
  return view.definition.stages.flatMap(({ id, exceptional }, index) => {
    if (!exceptional || !first.has(id)) return [];
    const message = `Every case begins in the stage “${id}”, so it is no exception.`;
    return [
      warning('exceptional-beginning', jsonPointer('stages', index, 'exceptional'), message, 'Remove “exceptional”.'),
    ];
  });
}

function checkKnown(view: CheckedDefinition, state: StateView): Problem[] {
  const stage = state.node.meta?.stage;
  const known = view.names.stages;
  if (stage === undefined || known.has(stage)) return [];
  const said = { where: withCapital(nameOfState(state)), what: 'stage', name: stage, known };
  return [unknownName('unknown-stage', `${state.pointer}/meta/stage`, said)];
}

function checkBelongs(state: StateView): Problem[] {
  if (state.stage !== undefined || state.kind === 'history' || state.children.length > 0) return [];
  const message = `${withCapital(nameOfState(state))} belongs to no stage, so people could not be told where their case stands.`;
  const fix = 'Add "meta": { "stage": "…" } to it, or to a state around it.';
  return [error('state-without-stage', state.pointer, message, fix)];
}
