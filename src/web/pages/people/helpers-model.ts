import type { CaseView, PartyView } from '../../../app/case-view.ts';
import { listSupporters, type SupporterEntry } from '../../../app/queries/list-supporters.ts';
import { readCase, readStanding } from '../../../app/queries/read-case.ts';
import type { RoleInCase } from '../../../domain/access/roles-in-case.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { zoneOf } from '../zone-of.ts';

type AtParty = Extract<RoleInCase, { standing: 'party' }>;

/** A party and who stands at its side, as the party or one of those sees it. */
export interface HelpersModel {
  readonly theCase: CaseView;
  readonly party: PartyView;
  /** How the viewer stands to the party; absent: they are the party. */
  readonly capacity: 'representative' | 'helper' | undefined;
  readonly supporters: readonly SupporterEntry[];
  /** Where the tribunal sits. */
  readonly zone: string;
}

/** Of the party that is named, or the viewer's first; nothing for whom it is none of theirs. */
export async function readHelpers(
  ports: WebPorts,
  viewer: Viewer,
  caseId: string,
  partyId: string | undefined,
  language: string,
): Promise<HelpersModel | undefined> {
  const own = readStanding(ports, viewer, caseId).filter((role): role is AtParty => role.standing === 'party');
  const role = own.find(({ party }) => partyId === undefined || party === partyId);
  const theCase = role && (await readCase(ports, viewer, caseId, language));
  const party = theCase?.parties.find(({ id }) => id === role?.party);
  const supporters = party && listSupporters(ports, viewer, caseId, party.id);
  if (!role || !theCase || !party || !supporters) return undefined;
  return { theCase, party, capacity: role.capacity, supporters, zone: zoneOf(ports, theCase.workflow) };
}
