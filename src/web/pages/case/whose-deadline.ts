import type { CaseView, DeadlineView } from '../../../app/case-view.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { Words } from '../../words.ts';
import type { CasePageModel } from './case-page-model.ts';

/** A case with its dates. */
interface Dated extends Pick<CasePageModel, 'own' | 'definition' | 'names'> {
  readonly theCase: Pick<CaseView, 'parties'>;
}

/** Whose date it is, by name: a date about one party can be another's to keep. Undefined: the viewer's own. */
export function whoseDeadline(
  { theCase: said }: Words,
  { own, theCase, definition, names }: Dated,
  { id, name, party }: DeadlineView,
): string | undefined {
  if (own.some((one) => one.id === id)) return undefined;
  const about = theCase.parties.find((one) => one.id === party);
  const roles = named(definition.deadlines, name)?.binds;
  const isTheirs = about && (!roles || roles.includes(about.role));
  const whom = isTheirs
    ? about.name
    : (roles ?? []).map((role) => onlyOne(theCase, role) ?? names.role(role)).join(', ');
  return whom || said.everyone;
}

/** Who alone is in a role is better known by name. */
function onlyOne({ parties }: Dated['theCase'], role: string): string | undefined {
  const [first, ...others] = parties.filter((party) => party.role === role);
  return others.length === 0 ? first?.name : undefined;
}
