import { dropDraft, keepDraft, readDraft } from '../../../app/drafts/drafts.ts';
import { HELD_FILES, heldFiles } from '../../../app/drafts/held-files.ts';
import type { Typed } from '../../../app/ports/drafts.ts';
import { readDocument } from '../../../app/queries/read-document.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { Field } from '../../../domain/definition/form-schema.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { controlsOf, typedForm } from '../forms/typed-form.ts';
import type { PageForm } from '../page-form.ts';
import type { EvidenceModel } from './evidence-model.ts';

/** A file that was uploaded for evidence and waits for a word on what it shows. */
export interface PendingFile {
  readonly id: string;
  readonly filename: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
  readonly isReady: boolean;
  readonly check?: 'waiting' | 'infected';
  /** What is asked of it, each under a name of its own on the page. */
  readonly fields: readonly Field[];
}

/** What waits, with what was typed about it so far. It is the viewer's own draft: nobody else sees it. */
export interface Pending {
  readonly files: readonly PendingFile[];
  readonly typed: PageForm;
}

const pendingControl = (id: string) => `file.${id}${HELD_FILES}`;

/** The files that wait, in the order of their upload; those that are in evidence by now are not among them. */
export async function readPending(
  ports: WebPorts,
  viewer: Viewer,
  model: EvidenceModel,
  language: string,
): Promise<Pending> {
  const typed = readDraft(ports, viewer, placeOf(model));
  const filed = new Set(model.exhibits.flatMap(({ versions }) => versions.map(({ document }) => document)));
  const files: (PendingFile & { readonly createdAt: string })[] = [];
  for (const id of heldFiles(typed)) {
    const found = filed.has(id) ? undefined : await readDocument(ports, viewer, id, language);
    if (found?.document.caseId !== model.theCase.id) continue;
    const { filename, mime, size, createdAt, isReady, check } = found.document;
    const fields = fieldsFor(model, id);
    files.push({
      id,
      filename,
      mime,
      size: size ?? 0,
      sha256: found.sha256 ?? '',
      isReady,
      fields,
      createdAt,
      ...(check ? { check } : {}),
    });
  }
  files.sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  return { files: files.map(({ createdAt: _, ...file }) => file), typed: typedForm(typed) };
}

/** Notes that a file waits; in whatever order they come, none undoes another. */
export function addPending(ports: WebPorts, viewer: Viewer, model: EvidenceModel, id: string) {
  return keepDraft(ports, viewer, placeOf(model), [pendingControl(id)], { [pendingControl(id)]: [id] });
}

/** Keeps what was typed about the files, right or wrong. */
export function keepTyped(
  ports: WebPorts,
  viewer: Viewer,
  model: EvidenceModel,
  files: readonly PendingFile[],
  sent: PageForm,
) {
  const controls = files.flatMap(({ fields }) => fields.flatMap(controlsOf));
  const typed: Typed = Object.fromEntries(controls.map((name) => [name, sent.texts(name)]));
  return keepDraft(ports, viewer, placeOf(model), controls, typed);
}

/** Forgets files that wait no longer: they are in evidence, or were taken back. */
export async function dropPending(
  ports: WebPorts,
  viewer: Viewer,
  model: EvidenceModel,
  files: readonly PendingFile[],
): Promise<void> {
  const controls = files.flatMap(({ id, fields }) => [pendingControl(id), ...fields.flatMap(controlsOf)]);
  const left = await keepDraft(ports, viewer, placeOf(model), controls, {});
  if (left && Object.keys(left).length === 0) await dropDraft(ports, viewer, placeOf(model));
}

/** The field of the definition's form that a field of the page stands for. */
export function askedField(file: PendingFile, field: Field): string {
  return field.id.slice(file.id.length + 1);
}

function placeOf({ theCase, add }: EvidenceModel) {
  return { caseId: theCase.id, event: add?.event ?? '', party: add?.party };
}

function fieldsFor({ definition, add }: EvidenceModel, id: string): Field[] {
  const form = named(definition.forms, named(definition.events, add?.event ?? '')?.form ?? '');
  const fields = form?.pages.flatMap((page) => page.fields) ?? [];
  return fields.filter(({ type }) => type !== 'file').map((field) => ({ ...field, id: `${id}_${field.id}` }));
}
