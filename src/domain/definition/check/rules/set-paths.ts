import { named } from '../../definition-view.ts';
import type { TimedAction } from '../../placed-actions.ts';
import type { CheckedDefinition } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';

const FORM_PATH = /^(data|party)\.([A-Za-z][A-Za-z0-9_-]*)\.([A-Za-z][A-Za-z0-9_-]*)$/;

/** A value is written where expressions and pages find it: a field of a form, or a fact about a party. */
export function checkSetPath(
  view: CheckedDefinition,
  { pointer }: TimedAction,
  path: string,
  where: string,
): Problem[] {
  if (path === 'party.servedOn' || path === 'party.responded') return [];
  const [, , form, field] = FORM_PATH.exec(path) ?? [];
  if (form === undefined || field === undefined) {
    const fix = 'Write data.<form>.<field>, party.<form>.<field>, party.servedOn or party.responded.';
    return [error('bad-set-path', `${pointer}/path`, `${where} sets “${path}”, which cannot be set.`, fix)];
  }
  if (!view.names.forms.has(form)) {
    return [
      unknownName('unknown-form', `${pointer}/path`, { where, what: 'form', name: form, known: view.names.forms }),
    ];
  }
  const rule = named(view.definition.forms, form);
  const fields = rule?.pages.flatMap((page) => page.fields.map(({ id }) => id));
  if (!fields || fields.includes(field)) return [];
  const said = { where: `${where}: the form “${form}”`, what: 'field', name: field, known: fields };
  return [unknownName('unknown-field', `${pointer}/path`, said)];
}
