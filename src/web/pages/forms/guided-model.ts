import { readDraft } from '../../../app/drafts/drafts.ts';
import type { Typed } from '../../../app/ports/drafts.ts';
import { readFormPages } from '../../../app/queries/read-form-pages.ts';
import { draftEvent } from '../../../domain/definition/draft-event.ts';
import type { Form } from '../../../domain/definition/form-schema.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import type { Words } from '../../words.ts';
import type { PageError } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import type { ActModel } from './act-model.ts';
import { keptControl } from './kept-control.ts';
import { fieldError, fieldsOf, readFormAnswers } from './read-form-answers.ts';
import { carriedControl, controlsOf, seenControl, typedForm } from './typed-form.ts';

type Page = Form['pages'][number];

/** A page of questions as it stands for the person who answers them. */
export interface AskedPage {
  readonly page: Page;
  readonly status: 'done' | 'wrong' | 'todo';
  /** Filled in from what the person answered before the case was opened, and not sent by them since. */
  readonly isCarried: boolean;
  readonly errors: readonly PageError[];
}

/** A form that is answered page by page, with what was typed into it so far. */
export interface GuidedModel {
  readonly act: ActModel;
  readonly sent: PageForm;
  readonly data: Readonly<Record<string, unknown>>;
  /** The pages that are asked, given the answers so far. */
  readonly asked: readonly AskedPage[];
}

/** A form of several pages is answered one after the other; one whose only page is always asked is sent as it is. */
export function isGuided({ form: { pages } }: ActModel): boolean {
  return pages.length > 1 || pages.some(({ showIf }) => showIf);
}

export function readGuided(ports: WebPorts, viewer: Viewer, act: ActModel, words: Words): GuidedModel | undefined {
  return guidedFrom(ports, viewer, act, readDraft(ports, viewer, placeOf(act)), words);
}

/** The same with a draft that is at hand. */
export function guidedFrom(
  ports: WebPorts,
  viewer: Viewer,
  act: ActModel,
  typed: Typed,
  words: Words,
): GuidedModel | undefined {
  const { form, definition } = act;
  const sent = typedForm(begun(act, typed));
  const files = new Map(fieldsOf(form).map(({ id }) => [id, sent.texts(keptControl(id))] as const));
  const { data, errors: unreadable } = readFormAnswers(form, sent, files, words);
  const { theCase, event, party } = act;
  const pages = readFormPages(ports, viewer, { caseId: theCase.id, event, party }, data);
  if (!pages) return undefined;
  const asked = form.pages.flatMap((page, index): AskedPage[] => {
    const read = pages[index];
    if (!read?.isShown) return [];
    const errors = page.fields.flatMap((field) => {
      const known = unreadable.find((one) => one.field === field.id);
      if (known) return [known];
      return read.errors.some(({ path }) => path === field.id)
        ? [fieldError(field, data[field.id], words, definition.currency)]
        : [];
    });
    const isSeen = sent.text(seenControl(page.id)) !== '';
    const status = errors.length === 0 && isSeen ? 'done' : isSeen ? 'wrong' : 'todo';
    return [{ page, errors, status, isCarried: sent.text(carriedControl(page.id)) !== '' }];
  });
  return { act, sent, data, asked };
}

/** A page that nobody has answered yet holds what its form begins with. */
function begun({ form, start = {} }: ActModel, typed: Typed): Typed {
  const open = form.pages.filter(({ id }) => !typed[seenControl(id)]);
  const controls = open.flatMap(({ id, fields }) => [...fields.flatMap(controlsOf), seenControl(id)]);
  return { ...Object.fromEntries(controls.flatMap((name) => (start[name] ? [[name, start[name]]] : []))), ...typed };
}

/** What is asked no more is not sent, though the draft has it yet. */
export function askedOf({ asked, data }: GuidedModel): Readonly<Record<string, unknown>> {
  const fields = new Set(asked.flatMap(({ page }) => page.fields.map(({ id }) => id)));
  return Object.fromEntries(Object.entries(data).filter(([field]) => fields.has(field)));
}

/** What a draft is kept under. */
export function placeOf({ theCase, definition, event, party }: ActModel) {
  return { caseId: theCase.id, event: draftEvent(definition, event), party };
}
