import type { CaseView, PartyView } from '../../../app/case-view.ts';
import type { RoleInCase } from '../../../domain/access/roles-in-case.ts';
import type { ChartNode } from '../../../domain/definition/chart-schema.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import { ENGINE_FORMS, isEngineEvent } from '../../../domain/forms/engine-forms.ts';
import { textIn } from '../../../domain/text-in.ts';

type Guided = Pick<CaseView, 'state' | 'parties' | 'closedAt'>;

/** What a definition calls the things of a case, in one language. */
export interface CaseWords {
  readonly process: string;
  stage(id: string): string;
  role(role: string): string;
  /** Where a party stands; empty when the definition gives it no words. */
  partyState(party: Pick<PartyView, 'role' | 'state'>): string;
  event(type: string): string;
  /** What is said of an event that has happened; empty when the definition has no words for it. */
  happened(type: string): string;
  /** What the case means for someone now, and what happens next. */
  guidance(theCase: Guided, standing: readonly RoleInCase[]): readonly string[];
  /** What it means for someone where another party stands; empty when the definition says nothing of it. */
  guidanceAbout(party: Pick<PartyView, 'role' | 'state'>, standing: readonly RoleInCase[]): readonly string[];
}

export function caseWords(definition: Definition, language: string): CaseWords {
  return {
    process: textIn(definition.title, language),
    stage: (id) => textIn(definition.stages.find((stage) => stage.id === id)?.title, language) || id,
    role: (role) => textIn(named(definition.roles, role)?.title, language) || role,
    partyState: ({ role, state }) => {
      const rule = named(definition.roles, role);
      const chart = rule?.kind === 'party' && rule.chart ? named(definition.partyCharts, rule.chart) : undefined;
      return chart
        ? state
            .split('+')
            .flatMap((path) => titleOf(chart, path.split('.'), language))
            .join('; ')
        : '';
    },
    event: (type) =>
      textIn(isEngineEvent(type) ? ENGINE_FORMS[type].title : named(definition.events, type)?.title, language) || type,
    happened: (type) => textIn(named(definition.events, type)?.done, language),
    guidance: (theCase, standing) => [
      ...new Set(standing.filter(isInIt).flatMap((role) => guidanceFor(definition, theCase, role, language))),
    ],
    guidanceAbout: (party, standing) => [
      // What stands under a party's own role is said to that party.
      ...new Set(
        standing
          .filter(isInIt)
          .flatMap(({ role }) => (role === party.role ? [] : inPartyState(definition, party, role, language))),
      ),
    ],
  };
}

/** Whoever looks on is not told to do what they cannot. */
function isInIt({ standing }: RoleInCase): boolean {
  return standing !== 'staff';
}

/** The title of the innermost state on a path that has one. */
function titleOf(chart: ChartNode, path: readonly string[], language: string): string[] {
  let node: ChartNode | undefined = chart;
  let title = '';
  for (const name of path) {
    node = node?.states && named(node.states, name);
    title = textIn(node?.meta?.title, language) || title;
  }
  return title ? [title] : [];
}

/** What a party's own state means for it, which ends with the case, and what the case's does. */
function guidanceFor(
  definition: Definition,
  { state, parties, closedAt }: Guided,
  standing: RoleInCase,
  language: string,
): string[] {
  const own = standing.standing === 'party' ? parties.find(({ id }) => id === standing.party) : undefined;
  const ofParty = own && !closedAt ? inPartyState(definition, own, standing.role, language) : [];
  return [...ofParty, ...nearest(definition, state, '', standing.role, language)];
}

function inPartyState(
  definition: Definition,
  party: Pick<PartyView, 'role' | 'state'>,
  role: string,
  language: string,
): string[] {
  return nearest(definition, party.state, `${party.role}:`, role, language);
}

function nearest(definition: Definition, state: string, prefix: string, role: string, language: string): string[] {
  return state.split('+').flatMap((path) => {
    const names = path.split('.');
    const keys = names.map((_, index) => prefix + names.slice(0, names.length - index).join('.'));
    const texts = keys.map((key) => textIn(named(definition.guidance, key)?.[role], language));
    return texts.find(Boolean) ?? [];
  });
}
