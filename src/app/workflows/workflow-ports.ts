import type { Problem } from '../../domain/definition/check/problem.ts';
import type { Definition } from '../../domain/definition/schema.ts';
import type { ScenarioResult } from '../../domain/rehearsal/run-scenario.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Registry } from '../ports/registry.ts';

/** What the checker found in a text; the definition when it holds no error. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly definition: Definition | undefined;
}

/** A scenario that did not go as the definition tells it. */
export type FailedScenario = Pick<ScenarioResult, 'name' | 'problems'>;

/** What administering definitions needs. */
export interface WorkflowPorts {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'hash'>;
  /** Reads and checks a definition's text. */
  check(text: string): Checked;
  /** Plays a definition's own scenarios. */
  runScenarios(definition: Definition): readonly ScenarioResult[];
}
