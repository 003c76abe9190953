import type { ChartNode } from './chart-schema.ts';
import type { ChartView } from './chart-view.ts';
import type { DefinitionView } from './definition-view.ts';
import type { InvitationRule } from './invitation-schema.ts';
import { jsonPointer } from './json-pointer.ts';
import { placedActions } from './placed-actions.ts';
import type { Definition } from './schema.ts';
import type { Text } from './text-schema.ts';

/** A text that people read, and where it stands. */
export interface PlacedText {
  readonly text: Text;
  readonly pointer: string;
  /** Whether `{{placeholders}}` in it are filled: subjects, bodies and sections. */
  readonly isFilled: boolean;
}

/** Every text of a definition that people read. */
export function definitionTexts(view: DefinitionView): PlacedText[] {
  const { definition } = view;
  return [
    ...own('', definition, 'title', 'description'),
    ...definition.stages.flatMap((stage, index) => own(jsonPointer('stages', index), stage, 'title')),
    ...entries('roles', definition.roles, (pointer, role) => own(pointer, role, 'title')),
    ...entries('forms', definition.forms, formTexts),
    ...entries('events', definition.events, (pointer, event) =>
      own(pointer, event, 'title', 'hint', 'done', 'confirm', 'otherwise'),
    ),
    ...entries('deadlines', definition.deadlines, (pointer, deadline) => own(pointer, deadline, 'why')),
    ...entries('notices', definition.notices, (pointer, notice) => filled(own(pointer, notice, 'subject', 'body'))),
    ...entries('documents', definition.documents, documentTexts),
    ...entries('fees', definition.fees, (pointer, fee) => own(pointer, fee, 'title')),
    ...entries('refusals', definition.refusals, (pointer, text) => [placed(text, pointer)]),
    ...view.charts.flatMap(chartTexts),
    ...entries('guidance', definition.guidance, (pointer, roles) =>
      Object.entries(roles).map(([role, text]) => placed(text, pointer + jsonPointer(role))),
    ),
    ...entries('invitations', definition.invitations ?? {}, invitationTexts),
    ...(definition.help ?? []).flatMap((section, index) => sectionTexts(jsonPointer('help', index), section)),
    ...explorerTexts(definition.explorer),
  ];
}

type Part<K extends string> = { readonly [key in K]?: Text | undefined };

function own<K extends string>(pointer: string, holder: Part<K>, ...keys: readonly K[]): PlacedText[] {
  return keys.flatMap((key) => {
    const text = holder[key];
    return text === undefined ? [] : [placed(text, `${pointer}/${key}`)];
  });
}

function placed(text: Text, pointer: string): PlacedText {
  return { text, pointer, isFilled: false };
}

function filled(texts: readonly PlacedText[]): PlacedText[] {
  return texts.map((text) => ({ ...text, isFilled: true }));
}

function entries<T>(
  part: string,
  things: Readonly<Record<string, T>>,
  textsOf: (pointer: string, thing: T) => PlacedText[],
): PlacedText[] {
  return Object.entries(things).flatMap(([name, thing]) => textsOf(jsonPointer(part, name), thing));
}

function formTexts(pointer: string, form: Definition['forms'][string]): PlacedText[] {
  return [
    ...own(pointer, form, 'title'),
    ...form.pages.flatMap((page, index) => {
      const at = `${pointer}/pages/${index}`;
      return [
        ...own(at, page, 'title', 'hint'),
        ...page.fields.flatMap((field, place) => fieldTexts(`${at}/fields/${place}`, field)),
      ];
    }),
  ];
}

function fieldTexts(
  pointer: string,
  field: Definition['forms'][string]['pages'][number]['fields'][number],
): PlacedText[] {
  const options = (field.options ?? []).flatMap((option, index) => own(`${pointer}/options/${index}`, option, 'label'));
  return [...own(pointer, field, 'label', 'hint'), ...options];
}

function documentTexts(pointer: string, document: Definition['documents'][string]): PlacedText[] {
  const sections = (document.sections ?? []).flatMap((section, index) =>
    own(`${pointer}/sections/${index}`, section, 'heading', 'text'),
  );
  return [...own(pointer, document, 'title'), ...filled(sections)];
}

function chartTexts(chart: ChartView): PlacedText[] {
  const titles = chart.states.flatMap(({ node, pointer }) => own(`${pointer}/meta`, titleOf(node), 'title'));
  const tasks = placedActions(chart).flatMap(({ action, pointer }) =>
    action.type === 'task' ? own(pointer, action, 'title') : [],
  );
  return [...titles, ...tasks];
}

function titleOf(node: ChartNode): Part<'title'> {
  return { title: node.meta?.title };
}

function invitationTexts(pointer: string, invitation: InvitationRule): PlacedText[] {
  return [
    ...own(pointer, invitation, 'title'),
    ...invitation.facts.flatMap((fact, index) => own(`${pointer}/facts/${index}`, fact, 'label')),
    ...invitation.sections.flatMap((section, index) => own(`${pointer}/sections/${index}`, section, 'heading', 'text')),
  ];
}

function sectionTexts(pointer: string, section: NonNullable<Definition['help']>[number]): PlacedText[] {
  const links = (section.links ?? []).flatMap((link, index) => own(`${pointer}/links/${index}`, link, 'title'));
  return [...own(pointer, section, 'heading', 'text'), ...links];
}

function explorerTexts(explorer: Definition['explorer']): PlacedText[] {
  if (!explorer) return [];
  const questions = Object.entries(explorer.questions).flatMap(([name, question]) => {
    const pointer = jsonPointer('explorer', 'questions', name);
    const options = question.options.flatMap((option, index) => own(`${pointer}/options/${index}`, option, 'label'));
    return [...own(pointer, question, 'title', 'hint'), ...options];
  });
  const outcomes = Object.entries(explorer.outcomes).flatMap(([name, outcome]) => {
    const pointer = jsonPointer('explorer', 'outcomes', name);
    const letters = (outcome.letters ?? []).flatMap((letter, index) =>
      own(`${pointer}/letters/${index}`, letter, 'title', 'body'),
    );
    const links = (outcome.links ?? []).flatMap((link, index) => own(`${pointer}/links/${index}`, link, 'title'));
    return [...own(pointer, outcome, 'title', 'body'), ...letters, ...links];
  });
  return [...questions, ...outcomes];
}
