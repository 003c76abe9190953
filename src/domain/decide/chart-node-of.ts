import type { CaseFile } from '../case-file.ts';
import type { ChartNode } from '../definition/chart-schema.ts';
import type { Process } from '../process/process.ts';
import { partyOf } from './turn.ts';

/** The chart as the definition has it: of the case, or of the party with this id. */
export function chartNodeOf({ definition }: Process, theCase: CaseFile, chart: string): ChartNode | undefined {
  if (chart === 'case') return definition.chart;
  const role = definition.roles[partyOf(theCase, chart)?.role ?? ''];
  return definition.partyCharts[(role?.kind === 'party' && role.chart) || ''];
}
