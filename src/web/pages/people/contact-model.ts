import type { CaseView, ContactView, PartyView } from '../../../app/case-view.ts';
import { listActions } from '../../../app/queries/list-actions.ts';
import { readCase, readStanding } from '../../../app/queries/read-case.ts';
import { isSentBy } from '../../../domain/definition/is-sent-by.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { contactPath } from './contact-path.ts';

/** What the page on which a party says how to reach them is made from. */
export interface ContactModel {
  readonly theCase: CaseView;
  readonly party: PartyView;
  readonly path: string;
  /** The viewer is that party, or acts for them. */
  readonly isOwn: boolean;
  readonly contact: ContactView;
  /** They may see what is known; otherwise the controls are empty, and an empty one changes nothing. */
  readonly isReadable: boolean;
  /** It takes someone who has just signed in. */
  readonly stepUp: boolean;
  readonly languages: readonly string[];
  readonly sendsLetters: boolean;
  readonly sendsTexts: boolean;
}

/** How a party of a case is reached, for who may change it; nothing for everyone else. */
export async function readContact(
  ports: WebPorts,
  viewer: Viewer,
  { caseId, party: id }: { readonly caseId: string; readonly party: string },
  language: string,
): Promise<ContactModel | undefined> {
  const action = listActions(ports, viewer, caseId, language)?.find(
    ({ event, party }) => event === 'CHANGE_CONTACT' && party === id,
  );
  const theCase = action && (await readCase(ports, viewer, caseId, language));
  const party = theCase?.parties.find((one) => one.id === id);
  if (!action || !theCase || !party) return undefined;
  const definition = ports.definitionOf(theCase.workflow);
  const contact = party.contact ?? {};
  return {
    theCase,
    party,
    path: contactPath(theCase.id, id),
    isOwn: readStanding(ports, viewer, caseId).some((role) => role.standing === 'party' && role.party === id),
    contact,
    isReadable: contact.language !== undefined,
    stepUp: action.stepUp === true,
    languages: definition.languages,
    sendsLetters: isSentBy(definition, 'letter'),
    sendsTexts: ports.canText === true && isSentBy(definition, 'sms'),
  };
}
