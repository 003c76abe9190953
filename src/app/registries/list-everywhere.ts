import type { Viewer } from '../../domain/viewer.ts';
import type { Desk, Wide } from '../ports/everywhere.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { Ports } from '../ports/ports.ts';
import type { RegisterSearch } from '../ports/register-search.ts';
import type { Registry } from '../ports/registry.ts';
import type { PublicDecision } from '../ports/rows.ts';
import type { QueryPorts } from '../queries/audited-read.ts';
import { type CaseSearch, type CaseSummary, listCases } from '../queries/list-cases.ts';
import { type Dispute, listDisputes } from '../queries/list-disputes.ts';
import { type HelpRequestView, listHelpRequests } from '../queries/list-help-requests.ts';
import { listPublicDecisions } from '../queries/list-public-decisions.ts';
import { mergePages, type Position } from './merge-pages.ts';

/** The cases that a viewer may see, in whichever registry, newest first. With one registry, its own page as it is. */
export function listCasesEverywhere(
  ports: QueryPorts & Wide,
  viewer: Viewer,
  search: CaseSearch,
  page: PageRequest,
  language: string,
): Page<CaseSummary> | Promise<Page<CaseSummary>> {
  const here = listCases(ports, viewer, search, page, language);
  return withOthers(ports, page, here, (desk) => desk.cases(viewer, search, page, language), positionOfCase);
}

/** The same for pages. */
export function listDisputesEverywhere(
  ports: QueryPorts & Pick<Ports, 'processOf' | 'ids'> & Wide,
  viewer: Viewer,
  search: CaseSearch,
  page: PageRequest,
  language: string,
): Page<Dispute> | Promise<Page<Dispute>> {
  const here = listDisputes(ports, viewer, search, page, language);
  const positionOf = ({ theCase }: Dispute) => positionOfCase(theCase);
  return withOthers(ports, page, here, (desk) => desk.disputes(viewer, search, page, language), positionOf);
}

/** The requests for help that wait for a viewer's answer, in whichever registry. */
export async function listHelpRequestsEverywhere(
  ports: QueryPorts & Wide,
  viewer: Viewer,
  language: string,
): Promise<readonly HelpRequestView[]> {
  const others = ports.everywhere?.others() ?? [];
  const elsewhere = await Promise.all(others.map((desk) => desk.helpRequests(viewer, language)));
  return [...listHelpRequests(ports, viewer, language), ...elsewhere.flat()];
}

/** The public register of the whole tribunal, newest first. */
export function listDecisionsEverywhere(
  ports: { readonly registry: Registry } & Wide,
  search: RegisterSearch,
  page: PageRequest,
): Page<PublicDecision> | Promise<Page<PublicDecision>> {
  const here = listPublicDecisions(ports, search, page);
  const positionOf = ({ publishedAt, id }: PublicDecision): Position => [publishedAt, id];
  return withOthers(ports, page, here, (desk) => desk.publicDecisions(search, page), positionOf);
}

const positionOfCase = ({ openedAt, id }: CaseSummary): Position => [openedAt, id];

function withOthers<T>(
  { everywhere }: Wide,
  { limit }: PageRequest,
  here: Page<T>,
  ask: (desk: Desk) => Promise<Page<T>>,
  positionOf: (item: T) => Position,
): Page<T> | Promise<Page<T>> {
  const others = everywhere?.others() ?? [];
  if (others.length === 0) return here;
  return Promise.all(others.map(ask)).then((pages) => mergePages(limit, [here, ...pages], positionOf));
}
