import type { ChartNode } from '../../../../src/domain/definition/chart-schema.ts';
import type { DefinitionInput } from '../../../../src/domain/definition/schema.ts';
import { replay } from '../../../../src/domain/replay/replay.ts';
import { statePath } from '../../../../src/domain/statechart.ts';
import { type aPlay, caseOf, changed } from '../a-play.ts';

/** A process with these charts, in which the registrar can do GO, BACK and ON, and MOVE a party. */
export function aChartedProcess(
  chart: ChartNode,
  respondent: ChartNode = { initial: 'waiting', states: { waiting: {} } },
  more: Partial<DefinitionInput> = {},
): DefinitionInput {
  return changed(() => ({
    forms: { note },
    events: {
      ...Object.fromEntries(['GO', 'BACK', 'ON'].map((event) => [event, { by: ['registrar'] }])),
      MOVE: { by: ['registrar'], scope: 'party' as const },
    },
    chart: { meta: { stage: 'intake' }, ...chart },
    partyCharts: { respondent },
    ...more,
  }));
}

/** Where the case and its parties stand. */
export const states = (play: ReturnType<typeof aPlay>) =>
  [caseOf(play).chart, ...caseOf(play).parties.flatMap(({ chart }) => chart ?? [])].map(statePath);

/** The case as its journal alone tells it. */
export const replayed = (play: ReturnType<typeof aPlay>) =>
  JSON.stringify(replay(() => play.process, JSON.parse(JSON.stringify(play.decisions.map(({ entry }) => entry)))));

const note = {
  title: { en: 'Notes' },
  pages: [
    {
      id: 'p',
      fields: [
        { id: 'count', type: 'number' as const },
        { id: 'seen', type: 'yesno' as const },
      ],
    },
  ],
};
