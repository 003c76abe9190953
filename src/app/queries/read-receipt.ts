import { rolesInCase } from '../../domain/access/roles-in-case.ts';
import { mayReadContact } from '../../domain/access/visible-answers.ts';
import type { Actor } from '../../domain/actor.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Command } from '../../domain/command.ts';
import { named } from '../../domain/definition/definition-view.ts';
import type { Field, Form } from '../../domain/definition/form-schema.ts';
import type { Definition } from '../../domain/definition/schema.ts';
import { textIn } from '../../domain/text-in.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { RegistryReads } from '../ports/registry.ts';
import type { JournalRow } from '../ports/rows.ts';
import type { QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';
import { rowReader } from './row-reader.ts';

/** What somebody sent with a form of the case, for their own side to keep. */
export interface Receipt {
  /** The journal entry's. */
  readonly id: string;
  /** Instant (UTC). */
  readonly at: string;
  readonly type: string;
  readonly title: string;
  /** Who sent it, by the name that the case gives them. */
  readonly by: string;
  readonly form: Form;
  /** What the reader may read of the answers. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Names of the files among them, by their ids. */
  readonly files: ReadonlyMap<string, string>;
}

type Sent = Extract<Command, { kind: 'event' }>;
interface SentRow {
  readonly row: JournalRow;
  readonly command: Sent;
}

/**
 * What was sent with one entry; nothing for anybody but the side that sent it, and nothing of the talks. Whoever sent it
 * reads all of it; others of their side what parties may read.
 */
export function readReceipt(
  { registry, definitionOf }: QueryPorts,
  viewer: Viewer,
  caseId: string,
  entryId: string,
  language: string,
): Receipt | undefined {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    if (!caseFile) return undefined;
    const definition = definitionOf(caseFile.workflow);
    const sent = newestSent(reads, viewer, caseFile, definition, ({ row }) => row.id === entryId);
    const form = sent && formOf(definition, sent.command.type);
    if (!sent || !form) return undefined;
    const { row, command } = sent;
    const answers = answersFor(viewer, caseFile, form, command);
    return {
      id: row.id,
      at: row.at,
      type: command.type,
      title: textIn(named(definition.events, command.type)?.title, language) || command.type,
      by: rowReader(reads, viewer, caseFile, definition, language).nameOf(personOf(command.actor)?.userId ?? ''),
      form,
      answers,
      files: namesOfFiles(reads, form, answers),
    };
  });
}

/** The newest entry by which the viewer's side sent this form, about this party where one is named. */
export function findReceipt(
  { registry, definitionOf }: QueryPorts,
  viewer: Viewer,
  { caseId, event, party }: { readonly caseId: string; readonly event: string; readonly party?: string | undefined },
): string | undefined {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    const definition = caseFile && definitionOf(caseFile.workflow);
    if (!definition || !formOf(definition, event)) return undefined;
    const isIt = ({ command }: SentRow) =>
      command.type === event && (party === undefined || (command.party ?? personOf(command.actor)?.party) === party);
    return newestSent(reads, viewer, caseFile, definition, isIt)?.row.id;
  });
}

/** Forms of which whoever sent them keeps a copy: not what is said in talks, nor messages, which stand where they were said. */
export function formOf({ events, forms }: Definition, event: string): Form | undefined {
  const rule = named(events, event);
  return rule?.form && !rule.privileged && !rule.message ? named(forms, rule.form) : undefined;
}

const PAGE = 100;

function newestSent(
  reads: RegistryReads,
  viewer: Viewer,
  caseFile: CaseFile,
  definition: Definition,
  isIt: (sent: SentRow) => boolean,
): SentRow | undefined {
  const { audiences } = rowReader(reads, viewer, caseFile, definition, '');
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = reads.part('journal', caseFile.id, audiences, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const row of page.items) {
      const { command } = row;
      if (command.kind !== 'event' || !isOfOwnSide(viewer, caseFile, command.actor)) continue;
      if (isIt({ row, command })) return { row, command };
    }
    cursor = page.next;
  }
  return undefined;
}

function isOfOwnSide(viewer: Viewer, caseFile: CaseFile, actor: Actor): boolean {
  const { party } = personOf(actor) ?? {};
  if (party === undefined) return false;
  return rolesInCase(viewer, caseFile).some((role) => role.standing === 'party' && role.party === party);
}

function personOf(actor: Actor) {
  return actor.kind === 'person' ? actor : undefined;
}

const CONTACT_TYPES: readonly Field['type'][] = ['address', 'email', 'phone'];

function answersFor(viewer: Viewer, caseFile: CaseFile, form: Form, { actor, data = {} }: Sent) {
  const author = personOf(actor);
  const isAuthor = viewer.kind === 'user' && viewer.userId === author?.userId;
  const party = caseFile.parties.find(({ id }) => id === author?.party);
  const mayContact = party !== undefined && mayReadContact(viewer, caseFile, party);
  const isReadable = ({ access = 'case', privileged, type }: Field) =>
    isAuthor || (access === 'case' && !privileged && (mayContact || !CONTACT_TYPES.includes(type)));
  const fields = form.pages.flatMap((page) => page.fields).filter(isReadable);
  return Object.fromEntries(fields.flatMap(({ id }) => (Object.hasOwn(data, id) ? [[id, data[id]]] : [])));
}

function namesOfFiles(
  reads: Pick<RegistryReads, 'document'>,
  form: Form,
  answers: Receipt['answers'],
): ReadonlyMap<string, string> {
  const files = form.pages.flatMap(({ fields }) => fields).filter(({ type }) => type === 'file');
  const ids = files.flatMap(({ id }) => [answers[id] ?? []].flat()).map(String);
  return new Map(ids.map((id) => [id, reads.document(id)?.title ?? '']));
}
