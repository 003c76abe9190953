import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';

/** The workflow version under which a command is decided: the case's own, but for the opening and for a migration. */
export function decidedUnder(theCase: CaseFile | undefined, command: Command): CaseFile['workflow'] | undefined {
  if (command.kind === 'migrate') return command.to;
  return theCase?.workflow ?? (command.kind === 'open' ? command.workflow : undefined);
}
