import { listWorkflows } from '../../../app/workflows/list-workflows.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import type { WebPorts } from '../../web-ports.ts';

/** What a definition calls one of its papers. */
export function titleOfType(definition: Definition, type: string, language: string): string {
  return textIn(named(definition.documents, type)?.title, language) || type;
}

/** Every paper on which a decision of the processes now open is issued, by its title. */
export function decisionTypes(
  ports: Pick<WebPorts, 'registry' | 'clock' | 'definitionOf'>,
  language: string,
): { readonly value: string; readonly text: string }[] {
  const types = listWorkflows(ports).flatMap((version) => {
    const definition = ports.definitionOf(version);
    return papersOfDecisions(definition).map((type) => [type, titleOfType(definition, type, language)] as const);
  });
  return [...new Map(types)].map(([value, text]) => ({ value, text }));
}

const known = new WeakMap<Definition, readonly string[]>();

/** Named by the action `decide`, wherever it stands in a chart. */
function papersOfDecisions(definition: Definition): readonly string[] {
  const papers = known.get(definition) ?? [...new Set(decided([definition.chart, definition.partyCharts]))];
  known.set(definition, papers);
  return papers;
}

function decided(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, document } = part as { readonly type?: unknown; readonly document?: unknown };
  if (type === 'decide' && typeof document === 'string') return [document];
  return Object.values(part).flatMap(decided);
}
