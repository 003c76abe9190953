import type { CompiledExpression } from '../../../expression/compile-expression.ts';
import { referencedNames } from '../../../expression/referenced-names.ts';
import { placeholdersIn } from '../../../texts/placeholders.ts';
import { named } from '../../definition-view.ts';
import type { EventRule } from '../../event-schema.ts';
import { placedActions } from '../../placed-actions.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { expressionsOf } from '../compiled-expressions.ts';
import { type ExpressionSite, expressionSites } from '../expression-sites.ts';
import { issuesOf } from '../issues.ts';
import { error, type Problem, warning } from '../problem.ts';

/** What expressions and texts read of a form is kept where they look: in the case's data or the party's, and kept at all. */
export const checkStoredAnswers: Rule = (view) => {
  const holders = holdersOfForms(view);
  const set = pathsSet(view);
  const misread = (where: string, pointer: string, names: readonly string[]) =>
    [...new Set(names)].flatMap((name) => [
      ...checkRead(holders, where, pointer, name),
      ...checkFact(set, where, pointer, name),
    ]);
  return [
    ...expressionSites(view).flatMap((site) => misread(site.where, site.pointer, readsOf(view, site))),
    ...issuesOf(view).flatMap(({ where, texts }) =>
      texts.flatMap(({ pointer, text }) => misread(where, pointer, placeholdersIn(text))),
    ),
  ];
};

/** What only a `set` makes true of a party, by the name that reads it. */
const FACTS: Readonly<Record<string, string>> = {
  'party.served': 'party.servedOn',
  'party.servedOn': 'party.servedOn',
  'party.responded': 'party.responded',
};

function pathsSet(view: CheckedDefinition): Set<string> {
  const actions = view.charts.flatMap(placedActions).map(({ action }) => action);
  return new Set(actions.flatMap((action) => (action.type === 'set' ? [action.path] : [])));
}

function checkFact(set: ReadonlySet<string>, where: string, pointer: string, name: string): Problem[] {
  const path = named(FACTS, name);
  if (path === undefined || set.has(path)) return [];
  const message = `${where} asks for ${name}, but nothing ever sets it.`;
  const fix = `Add { "type": "set", "path": "${path}", … } where it becomes true.`;
  return [warning('never-stored', pointer, message, fix)];
}

interface Holder {
  /** `data`, `party`, or `nowhere` for what is said without prejudice. */
  readonly kept: ReadonlySet<string>;
  readonly event: string;
}

/** Where the answers of each form are kept. A form that no event brings can only be filled in when the case is opened. */
function holdersOfForms(view: CheckedDefinition): Map<string, Holder> {
  const holders = new Map<string, { kept: Set<string>; event: string }>();
  const note = (form: string, holder: string, event: string) => {
    const known = holders.get(form) ?? { kept: new Set(), event };
    known.kept.add(holder);
    holders.set(form, known);
  };
  for (const [name, event] of Object.entries(view.definition.events)) {
    if (event.form !== undefined) note(event.form, holderOf(event), name);
  }
  for (const { action } of view.charts.flatMap(placedActions)) {
    const [holder, form, field] = action.type === 'set' ? action.path.split('.') : [];
    if (holder !== undefined && form !== undefined && field !== undefined) note(form, holder, '');
  }
  return holders;
}

function holderOf({ privileged, message, exhibit, scope }: EventRule): string {
  if (privileged || message || exhibit) return 'nowhere';
  return scope === 'party' ? 'party' : 'data';
}

/** Names without loops' own: `parties[].response.position` is a party's answer like `party.response.position`. */
function readsOf(view: CheckedDefinition, site: ExpressionSite): string[] {
  if (site.form !== undefined) return [];
  return site.occasions.flatMap((event) => {
    const compiled = expressionsOf(view.definition).inStepOf(event, site.source, site.expected);
    if (Array.isArray(compiled)) return [];
    return referencedNames(compiled as CompiledExpression).reads.map(({ name }) =>
      name.replace(/^parties\[\]/, 'party'),
    );
  });
}

function checkRead(holders: ReadonlyMap<string, Holder>, where: string, pointer: string, name: string): Problem[] {
  const [holder = '', form = '', field] = name.split('.');
  if (field === undefined || (holder !== 'data' && holder !== 'party')) return [];
  const known = holders.get(form);
  if (!known || known.kept.has(holder)) return [];
  const [right] = [...known.kept].filter((one) => one !== 'nowhere');
  if (right === undefined) {
    const message = `${where} reads ${name}, but what “${known.event}” says is kept nowhere: it is without prejudice, a message, or said of an exhibit.`;
    return [error('never-stored', pointer, message, 'Do not use it here; ask for it again in an event that keeps it.')];
  }
  const message = `${where} reads ${name}, but the answers of the form “${form}” are kept in ${right}.${form}.`;
  return [error('never-stored', pointer, message, `Write ${right}.${form}.${field}.`)];
}
