import { stateShown } from '../../domain/access/state-shown.ts';
import type { Command } from '../../domain/command.ts';
import { textIn } from '../../domain/text-in.ts';
import type { JournalRow } from '../ports/rows.ts';
import { type Author, authorOf, type Readership, type RowReader, readershipOf } from './row-reader.ts';

/** A journal entry as its readers may know it: what was done, by whom, when; the answers stand in the case. */
export interface JournalView {
  readonly id: string;
  /** Its number among the entries that the reader may see. */
  readonly number: number;
  readonly at: string;
  readonly type: string;
  /** What the definition says of the event once it has happened, or else calls it; in the reader's language. */
  readonly title?: string;
  readonly by: Author;
  readonly party?: string;
  readonly deadline?: string;
  readonly notice?: string;
  readonly stage: string;
  readonly state: string;
  readonly readers: Readership;
}

/** What the entries of each kind are called outside; an event bears its own name. */
const TYPES: { readonly [K in Exclude<Command['kind'], 'event'>]: string } = {
  open: 'OPEN',
  expire: 'EXPIRE',
  remind: 'REMIND',
  extend: 'EXTEND_DEADLINE',
  migrate: 'MIGRATE',
  assign: 'ASSIGN',
  completeTask: 'COMPLETE_TASK',
  askForAssignment: 'ASSIGNMENT_ASKED_FOR',
  declareConflict: 'DECLARE_CONFLICT',
  join: 'JOIN',
  invite: 'INVITE',
  changeHelp: 'CHANGE_HELP',
  revoke: 'REVOKE',
  changeContact: 'CHANGE_CONTACT',
  confirmEmail: 'CONFIRM_EMAIL',
  stepBack: 'STEP_BACK',
  tellNeed: 'TELL_NEED',
  withdrawNeed: 'WITHDRAW_NEED',
  answerNeed: 'ANSWER_NEED',
  delivered: 'DELIVERED',
  undeliverable: 'UNDELIVERABLE',
  fileRefused: 'FILE_REFUSED',
};

export function journalView(row: JournalRow, number: number, reader: RowReader): JournalView {
  const { command } = row;
  return {
    id: row.id,
    number,
    at: row.at,
    type: typeOf(command),
    ...titleOf(command, reader),
    by: authorOf(reader, command.actor),
    ...('party' in command && command.party ? { party: command.party } : {}),
    ...('deadline' in command ? { deadline: command.deadline } : {}),
    ...('notice' in command ? { notice: command.notice } : {}),
    stage: row.stage,
    state: stateShown(reader.definition, reader.viewer, reader.caseFile, row.state),
    readers: readershipOf(row.audience),
  };
}

function typeOf(command: Command): string {
  if (command.kind === 'event') return command.type;
  const letter = 'channel' in command && command.channel === 'letter' ? LETTERS[command.kind] : undefined;
  return letter ?? TYPES[command.kind];
}

/** A letter is posted by somebody, and comes back. */
const LETTERS: { readonly [K in Command['kind']]?: string } = {
  delivered: 'LETTER_POSTED',
  undeliverable: 'LETTER_RETURNED',
};

function titleOf(command: Command, { definition, language }: RowReader): { title?: string } {
  if (command.kind !== 'event' || !Object.hasOwn(definition.events, command.type)) return {};
  const event = definition.events[command.type];
  const title = textIn(event?.done, language) || textIn(event?.title, language);
  return title ? { title } : {};
}
