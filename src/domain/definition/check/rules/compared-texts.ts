import type { CompiledExpression } from '../../../expression/compile-expression.ts';
import { referencedNames, type TextCompared } from '../../../expression/referenced-names.ts';
import { named } from '../../definition-view.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { expressionsOf } from '../compiled-expressions.ts';
import { type ExpressionSite, expressionSites } from '../expression-sites.ts';
import type { Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';

/** What an expression compares a choice, a role or a state with is something that it can be. */
export const checkComparedTexts: Rule = (view) =>
  expressionSites(view).flatMap((site) => {
    const compiled = compiledOf(view, site);
    if (!compiled) return [];
    const { textsCompared, states } = referencedNames(compiled);
    return [
      ...textsCompared.flatMap((compared) => checkText(view, site, compared)),
      ...states.flatMap((state) => checkState(view, site, state)),
    ];
  });

function compiledOf(view: CheckedDefinition, site: ExpressionSite): CompiledExpression | undefined {
  const expressions = expressionsOf(view.definition);
  const all =
    site.form === undefined
      ? site.occasions.map((event) => expressions.inStepOf(event, site.source, site.expected))
      : [expressions.onPageOf(site.form, site.source)];
  return all.find((one) => !Array.isArray(one)) as CompiledExpression | undefined;
}

function checkText(view: CheckedDefinition, site: ExpressionSite, { name, text }: TextCompared): Problem[] {
  const { where, pointer } = site;
  const steps = name.split('.');
  const last = steps.at(-1) ?? '';
  if (steps.length === 2 && last === 'role' && !isKnownRole(view, text)) {
    return [unknownName('unknown-role', pointer, { where, what: 'role', name: text, known: view.names.roles })];
  }
  const form = steps.length === 3 ? steps[1] : steps[0] === 'form' ? site.form : undefined;
  const options = form === undefined ? undefined : optionsOf(view, form, last);
  if (!options || text === '' || options.includes(text)) return [];
  return [unknownName('unknown-option', pointer, { where, what: `option of “${name}”`, name: text, known: options })];
}

/** Besides the declared roles, `actor.role` is `time` or `engine` when nobody acted. */
function isKnownRole(view: CheckedDefinition, role: string): boolean {
  return view.names.roles.has(role) || role === 'time' || role === 'engine' || role === '';
}

function optionsOf(view: CheckedDefinition, form: string, field: string): string[] | undefined {
  const fields = named(view.definition.forms, form)?.pages.flatMap((page) => page.fields);
  return fields?.find(({ id }) => id === field)?.options?.map(({ value }) => value);
}

function checkState(view: CheckedDefinition, { where, pointer }: ExpressionSite, state: string): Problem[] {
  const states = [...view.partyCharts.values()].flatMap((chart) => chart.states.slice(1));
  const isThere = states.some(({ dotted }) => `.${dotted}.`.includes(`.${state}.`));
  if (isThere) return [];
  return [
    unknownName('unknown-state', pointer, {
      where,
      what: "party's state",
      name: state,
      known: states.map(({ dotted }) => dotted),
    }),
  ];
}
