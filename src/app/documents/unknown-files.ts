import type { Actor } from '../../domain/actor.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Definition } from '../../domain/definition/schema.ts';
import type { AskedEvent } from '../../domain/forms/command-for.ts';
import { fieldsOf } from '../../domain/forms/form-answers.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { RegistryReads } from '../ports/registry.ts';

/** Refuses answers that name a file which the sender, or who stands with them, did not upload to this case. */
export function unknownFiles(
  reads: Pick<RegistryReads, 'document'>,
  definition: Definition,
  theCase: CaseFile,
  request: AskedEvent,
  actor: Extract<Actor, { kind: 'person' }>,
): Refusal | undefined {
  const rule = Object.hasOwn(definition.events, request.type) ? definition.events[request.type] : undefined;
  const form = rule?.form ? definition.forms[rule.form] : undefined;
  const files = (form ? fieldsOf(form) : []).filter((field) => field.type === 'file');
  const errors = files.flatMap(({ id: path }) =>
    [request.data?.[path] ?? []]
      .flat()
      .filter((file) => !isTheirs(reads, theCase, file, actor))
      .map(() => ({ path, message: 'Upload the file to this case first, then give its id.' })),
  );
  return errors.length > 0 ? refuse('UnknownDocument', {}, errors) : undefined;
}

function isTheirs(
  reads: Pick<RegistryReads, 'document'>,
  theCase: CaseFile,
  id: unknown,
  actor: Extract<Actor, { kind: 'person' }>,
): boolean {
  if (typeof id !== 'string') return false;
  const document = reads.document(id);
  if (document?.caseId !== theCase.id || document.origin !== 'uploaded') return false;
  if (document.quarantine === 'infected' || document.filing === 'takenOff') return false;
  return document.uploadedBy === actor.userId || (actor.party !== undefined && document.party === actor.party);
}
