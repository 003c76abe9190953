import type { CaseView, DeadlineView } from '../../../app/case-view.ts';
import { type Begun, listBegun } from '../../../app/drafts/list-begun.ts';
import type { Part } from '../../../app/ports/registry.ts';
import type { ActionView } from '../../../app/queries/action-view.ts';
import type { DocumentView } from '../../../app/queries/document-view.ts';
import type { ExhibitView } from '../../../app/queries/exhibit-view.ts';
import type { JournalView } from '../../../app/queries/journal-view.ts';
import { listActions } from '../../../app/queries/list-actions.ts';
import { listExhibits } from '../../../app/queries/list-exhibits.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import { listRefusedActions, type RefusedActions } from '../../../app/queries/list-refused-actions.ts';
import { listUnjoined } from '../../../app/queries/list-unjoined.ts';
import type { NoticeView } from '../../../app/queries/notice-view.ts';
import type { MessageView, OrderView } from '../../../app/queries/part-views.ts';
import { readBidding } from '../../../app/queries/read-bidding.ts';
import { readCase, readStanding } from '../../../app/queries/read-case.ts';
import { readWork, type Work } from '../../../app/queries/read-work.ts';
import type { RoleInCase } from '../../../domain/access/roles-in-case.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import { isEngineEvent } from '../../../domain/forms/engine-forms.ts';
import type { Offer } from '../../../domain/offer.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { ownPage } from '../people/own-page.ts';
import { type TalksSummary, talksSummary } from '../room/talks-summary.ts';
import { zoneOf } from '../zone-of.ts';
import { type CaseWords, caseWords } from './case-words.ts';
import { ownDeadlines } from './own-deadlines.ts';
import { type Turn, turnOf } from './turn-of.ts';

/** All that the page of a case shows, as its viewer may see it. */
export interface CasePageModel {
  readonly theCase: CaseView;
  readonly definition: Definition;
  readonly names: CaseWords;
  readonly standing: readonly RoleInCase[];
  readonly ownParties: readonly string[];
  /** What the process offers, evidence aside, which has pages of its own; and what the engine offers beside it. */
  readonly actions: readonly ActionView[];
  readonly otherActions: readonly ActionView[];
  /** Parties of whom the viewer can say how they are reached. */
  readonly contactable: readonly string[];
  readonly refusedActions: readonly RefusedActions[];
  /** They can say what a party needs to take part. */
  readonly mayTellNeeds: boolean;
  readonly turn: Turn;
  /** Of the tribunal, that waits for the viewer. */
  readonly work: readonly Work[];
  /** What the viewer has begun and not sent. */
  readonly begun: readonly Begun[];
  /** Instant (UTC). */
  readonly now: string;
  readonly own: readonly DeadlineView[];
  /** Where the tribunal sits. */
  readonly zone: string;
  readonly journal: readonly JournalView[];
  readonly documents: readonly DocumentView[];
  readonly notices: readonly NoticeView[];
  readonly exhibits: readonly ExhibitView[];
  /** A party of the viewer's can add evidence now. */
  readonly mayAddEvidence: boolean;
  readonly orders: readonly OrderView[];
  readonly offers: readonly Offer[];
  readonly messages: readonly MessageView[];
  /** How the talks without prejudice stand; absent where there are none for the viewer. */
  readonly talks: TalksSummary | undefined;
  /** Parties without an account, where the viewer can write them a letter. */
  readonly unjoined: ReadonlySet<string>;
}

export const ROWS_SHOWN = 100;

/** They have a page of their own. */
const ON_CONTACT_PAGE: ReadonlySet<string> = new Set(['CHANGE_CONTACT', 'CONFIRM_EMAIL']);

/** Reads a case for its page; nothing when it does not exist for the viewer. */
export async function readCasePage(
  ports: WebPorts,
  viewer: Viewer,
  caseId: string,
  language: string,
): Promise<CasePageModel | undefined> {
  const theCase = await readCase(ports, viewer, caseId, language);
  const all = listActions(ports, viewer, caseId, language);
  if (!theCase || !all) return undefined;
  const part = async <P extends Part>(name: P) =>
    (await listPart(ports, viewer, caseId, name, { limit: ROWS_SHOWN }, language))?.items ?? [];
  const definition = ports.definitionOf(theCase.workflow);
  const standing = readStanding(ports, viewer, caseId);
  const actions = all.filter(({ event, exhibit }) => !isEngineEvent(event) && !exhibit);
  const model = {
    theCase,
    definition,
    names: caseWords(definition, language),
    standing,
    ownParties: standing.flatMap((role) => (role.standing === 'party' ? [role.party] : [])),
    actions,
    otherActions: all.filter(
      (one) => isEngineEvent(one.event) && !ON_CONTACT_PAGE.has(one.event) && !ownPage(caseId, one),
    ),
    contactable: all.flatMap(({ event, party }) => (event === 'CHANGE_CONTACT' && party ? [party] : [])),
    work: readWork(ports, viewer, caseId, language),
    refusedActions: listRefusedActions(ports, viewer, caseId, language),
    begun: listBegun(ports, viewer, caseId, language),
    mayTellNeeds: all.some(({ event }) => event === 'TELL_NEED'),
    now: ports.clock.now(),
    own: ownDeadlines(definition, theCase, standing),
    zone: zoneOf(ports, theCase.workflow),
    journal: await part('journal'),
    documents: await part('documents'),
    notices: await part('notices'),
    exhibits: listExhibits(ports, viewer, caseId, language) ?? [],
    mayAddEvidence: all.some(({ exhibit }) => exhibit === 'add'),
    orders: await part('orders'),
    offers: readBidding(ports, viewer, caseId) ? await part('offers') : [],
    messages: await part('messages'),
    unjoined: new Set(listUnjoined(ports, viewer, caseId).map(({ id }) => id)),
  };
  return { ...model, turn: turnOf(model), talks: talksSummary(ports, viewer, model) };
}
