import type { ExpressionProblem } from '../../../expression/expression-problem.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { expressionsOf } from '../compiled-expressions.ts';
import { countExpressions, type ExpressionSite, expressionSites } from '../expression-sites.ts';
import { DEFINITION_LIMITS } from '../limits.ts';
import { error, type Problem } from '../problem.ts';

/** Every expression is of the language, names what exists, and gives what is needed where it stands. */
export const checkExpressions: Rule = (view) => {
  const count = countExpressions(view);
  const problems = expressionSites(view).flatMap((site) => checkSite(view, site));
  return count > DEFINITION_LIMITS.expressions ? [tooMany(count), ...problems] : problems;
};

function tooMany(count: number): Problem {
  const message = `The definition has ${count} expressions; at most ${DEFINITION_LIMITS.expressions} are allowed.`;
  const fix =
    'Name conditions that are written more than once, under “guards”; what reads the event counts for each event.';
  return error('too-many-expressions', '', message, fix);
}

function checkSite(view: CheckedDefinition, site: ExpressionSite): Problem[] {
  const compiled = site.occasions.map((event) => ({ event, problems: problemsIn(view, site, event) }));
  const failed = compiled.filter(({ problems }) => problems.length > 0);
  const [first] = failed;
  if (!first) return [];
  // What fails everywhere is wrong in itself; what fails for some events reads answers that those do not bring.
  if (failed.length === compiled.length) return first.problems.map((problem) => placed(site, problem));
  return failed.flatMap(({ event, problems }) => problems.map((problem) => placed(site, problem, event)));
}

function problemsIn(view: CheckedDefinition, site: ExpressionSite, event: string): ExpressionProblem[] {
  const expressions = expressionsOf(view.definition);
  const compiled =
    site.form === undefined
      ? expressions.inStepOf(event, site.source, site.expected)
      : expressions.onPageOf(site.form, site.source);
  return Array.isArray(compiled) ? compiled : [];
}

function placed(site: ExpressionSite, problem: ExpressionProblem, event?: string): Problem {
  const when = event === undefined ? '' : event === '' ? ' when no event brings answers' : ` on ${event}`;
  const message = `${site.where} cannot be used${when}. ${problem.message}`;
  return error(problem.code, site.pointer, message, () => problem.fix);
}
