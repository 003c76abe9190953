import type { DefinitionView } from '../definition-view.ts';
import type { Problem } from './problem.ts';

/** The parts of a definition that hold named things. */
export type NamedPart =
  | 'roles'
  | 'forms'
  | 'events'
  | 'deadlines'
  | 'notices'
  | 'documents'
  | 'fees'
  | 'guards'
  | 'partyCharts'
  | 'stages';

/** A definition under check: what could be read of it, and what is known around it. */
export interface CheckedDefinition extends DefinitionView {
  /** Every name written in a part, those included whose entry could not be read. */
  readonly names: Readonly<Record<NamedPart, ReadonlySet<string>>>;
  /** Calendars that the tribunal has. */
  readonly calendars: ReadonlySet<string>;
}

/** One thing that a definition must be. */
export type Rule = (view: CheckedDefinition) => Problem[];
