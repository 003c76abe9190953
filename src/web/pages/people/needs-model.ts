import type { CaseView, NeedView, PartyView } from '../../../app/case-view.ts';
import type { ActionView } from '../../../app/queries/action-view.ts';
import { listActions } from '../../../app/queries/list-actions.ts';
import { listNeedHistory, type NeedHistory } from '../../../app/queries/list-need-history.ts';
import { readCase, readStanding } from '../../../app/queries/read-case.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { zoneOf } from '../zone-of.ts';

/** What one party needs, and what the viewer can do about it. */
export interface PartyNeeds {
  readonly party: PartyView;
  readonly needs: readonly NeedView[];
  /** The party is the viewer's own: they are it, or stand at its side. */
  readonly isOwn: boolean;
  readonly mayTell: boolean;
  readonly mayChange: boolean;
  readonly mayAnswer: boolean;
}

export interface NeedsModel {
  readonly theCase: CaseView;
  readonly parties: readonly PartyNeeds[];
  /** For the registry: what was told, changed, taken back and answered, newest first. */
  readonly history: readonly NeedHistory[];
  readonly zone: string;
}

/** The parties of a case about whom there is something to tell or to read; nothing where that is none. */
export async function readNeeds(
  ports: WebPorts,
  viewer: Viewer,
  caseId: string,
  language: string,
): Promise<NeedsModel | undefined> {
  const theCase = await readCase(ports, viewer, caseId, language);
  if (!theCase) return undefined;
  const actions = listActions(ports, viewer, caseId, language) ?? [];
  const own = readStanding(ports, viewer, caseId).flatMap((role) => (role.standing === 'party' ? [role.party] : []));
  const parties = theCase.parties
    .map((party) => needsOf(party, actions, own.includes(party.id)))
    .filter(({ needs, mayTell }) => mayTell || needs.length > 0);
  if (parties.length === 0) return undefined;
  const history = await listNeedHistory(ports, viewer, caseId);
  return { theCase, parties, history, zone: zoneOf(ports, theCase.workflow) };
}

function needsOf(party: PartyView, actions: readonly ActionView[], isOwn: boolean): PartyNeeds {
  const can = (event: string) => actions.some((one) => one.event === event && one.party === party.id);
  return {
    party,
    needs: party.needs ?? [],
    isOwn,
    mayTell: can('TELL_NEED'),
    mayChange: can('WITHDRAW_NEED'),
    mayAnswer: can('ANSWER_NEED'),
  };
}
