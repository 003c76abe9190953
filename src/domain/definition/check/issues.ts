import type { Field } from '../form-schema.ts';
import { jsonPointer } from '../json-pointer.ts';
import { oncePer } from '../once-per.ts';
import { placedActions } from '../placed-actions.ts';
import type { CheckedDefinition } from './checked-definition.ts';
import { settledSteps } from './settled-steps.ts';

/** A notice or document with what decides who reads it and what can be filled in. */
export interface Issue {
  readonly what: 'notice' | 'document';
  readonly name: string;
  /** How sentences call it. */
  readonly where: string;
  readonly texts: readonly { readonly pointer: string; readonly text: string }[];
  /** Names of the events in whose step it is issued; the empty name: others. */
  readonly occasions: ReadonlySet<string>;
  /** It may tell what is without prejudice: part of the room itself, or issued only once people have agreed. */
  readonly mayTellPrivileged: boolean;
  /** Whether parties read it. */
  readonly isForParties: boolean;
}

/** Every notice and document that a definition can issue. */
export const issuesOf = oncePer((view: CheckedDefinition): Issue[] => {
  const occasions = occasionsOf(view);
  const notices = Object.entries(view.definition.notices).map(([name, notice]): Issue => {
    const path = jsonPointer('notices', name);
    return {
      what: 'notice',
      name,
      where: `The notice “${name}”`,
      texts: [...textsAt(`${path}/subject`, notice.subject), ...textsAt(`${path}/body`, notice.body)],
      occasions: occasions.get(`notice ${name}`) ?? new Set(),
      mayTellPrivileged: notice.privileged === true,
      isForParties: notice.to.some((role) => view.partyRoles.includes(role)),
    };
  });
  const made = Map.groupBy(view.charts.flatMap(placedActions), ({ action }) =>
    'document' in action ? action.document : '',
  );
  const documents = Object.entries(view.definition.documents).map(([name, document]): Issue => {
    const sections = (document.sections ?? []).map((section, index) => ({
      ...section,
      at: jsonPointer('documents', name, 'sections', index),
    }));
    return {
      what: 'document',
      name,
      where: `The document “${name}”`,
      texts: sections.flatMap(({ at, heading, text }) => [
        ...textsAt(`${at}/heading`, heading),
        ...textsAt(`${at}/text`, text),
      ]),
      occasions: occasions.get(`document ${name}`) ?? new Set(),
      mayTellPrivileged: made.get(name)?.every(settledSteps(view)) ?? false,
      isForParties: document.access === 'case',
    };
  });
  return [...notices, ...documents];
});

function textsAt(
  pointer: string,
  text: Readonly<Record<string, string>> | undefined,
): { pointer: string; text: string }[] {
  return Object.entries(text ?? {}).map(([language, words]) => ({
    pointer: pointer + jsonPointer(language),
    text: words,
  }));
}

function occasionsOf(view: CheckedDefinition): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const note = (key: string, events: Iterable<string>) => {
    const known = found.get(key) ?? new Set();
    for (const event of events) known.add(event);
    found.set(key, known);
  };
  for (const { action, occasions } of view.charts.flatMap(placedActions)) {
    if (action.type === 'notify') note(`notice ${action.notice}`, occasions);
    if ('document' in action) note(`document ${action.document}`, occasions);
  }
  for (const { reminders, extend } of Object.values(view.definition.deadlines)) {
    for (const { notice } of reminders ?? []) note(`notice ${notice}`, ['']);
    if (extend?.notice !== undefined) note(`notice ${extend.notice}`, ['']);
  }
  for (const { offer } of Object.values(view.definition.events)) {
    if (offer?.expiredNotice !== undefined) note(`notice ${offer.expiredNotice}`, ['']);
  }
  return found;
}

/** The field that a path such as `data.response.amount` or `event.amount` names; the event's form is the first that has it. */
export function fieldAt(view: CheckedDefinition, form: string, field: string): Field | undefined {
  if (!Object.hasOwn(view.definition.forms, form)) return undefined;
  return view.definition.forms[form]?.pages.flatMap((page) => page.fields).find(({ id }) => id === field);
}
