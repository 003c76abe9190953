import type { Refusal } from '../../domain/refusal.ts';
import type { Ending } from '../../domain/texts/durations.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { CaseView } from '../case-view.ts';
import type { Idempotency } from '../idempotency.ts';
import type { LetterView } from '../letters/letters-here.ts';
import type { TextReceipt } from '../letters/note-receipt-here.ts';
import type { OpenRequest } from '../open-case.ts';
import type { CaseSearch, CaseSummary } from '../queries/list-cases.ts';
import type { Dispute } from '../queries/list-disputes.ts';
import type { HelpRequestView } from '../queries/list-help-requests.ts';
import type { OwnAndGiven } from '../queries/own-and-given.ts';
import type { FoundInvitation } from '../queries/read-invitation.ts';
import type { VerifiedOrder } from '../queries/verify-order.ts';
import type { Migration, MigrationRequest } from '../workflows/migrate-cases.ts';
import type { Page, PageRequest } from './page.ts';
import type { RegisterSearch } from './register-search.ts';
import type { PublicDecision } from './rows.ts';

/** For what is asked of the whole tribunal. */
export interface Wide {
  /** Absent: the tribunal has this registry alone. */
  readonly everywhere?: Everywhere | undefined;
}

/** The tribunal's registries, as one of them reaches the others. */
export interface Everywhere {
  /** All but the one that asks; none in a tribunal of one registry. */
  others(): readonly Desk[];
}

/**
 * What one registry answers another: each question about a viewer is judged here, where the case lies. Everything is plain
 * JSON and comes later: it may be a call to another machine.
 */
export interface Desk {
  /** The registry's name. */
  readonly id: string;
  cases(viewer: Viewer, search: CaseSearch, page: PageRequest, language: string): Promise<Page<CaseSummary>>;
  /** The same for pages: with how the viewer stands to each. */
  disputes(viewer: Viewer, search: CaseSearch, page: PageRequest, language: string): Promise<Page<Dispute>>;
  /** Of parties, that wait for the viewer's answer. */
  helpRequests(viewer: Viewer, language: string): Promise<readonly HelpRequestView[]>;
  ownAndGiven(viewer: Viewer, language: string): Promise<OwnAndGiven>;
  publicDecisions(search: RegisterSearch, page: PageRequest): Promise<Page<PublicDecision>>;
  /** How its cases of a process ended, the newest first. */
  endings(workflow: string): Promise<readonly Ending[]>;
  /** By the code on its paper, without the registry's name. */
  verifyOrder(code: string, name?: string): Promise<VerifiedOrder | undefined>;
  /** Open cases by user, in a tribunal role. */
  caseload(role: string): Promise<Readonly<Record<string, number>>>;
  openCase(viewer: Viewer, request: OpenRequest, idempotency?: Idempotency): Promise<CaseView | Refusal | undefined>;
  /** What the code of a letter is for; it is not used up. */
  readInvitation(viewer: Viewer, code: string, language: string): Promise<FoundInvitation | undefined>;
  /** Joins a case with the code of a letter; answers its id. */
  acceptInvitation(viewer: Viewer, code: string): Promise<string | undefined>;
  letters(viewer: Viewer, page: PageRequest): Promise<Page<LetterView>>;
  noteTextReceipt(receipt: TextReceipt): Promise<void>;
  readCase(viewer: Viewer, caseId: string, language: string): Promise<CaseView | undefined>;
  migrateCases(viewer: Viewer, workflow: string, request: MigrationRequest): Promise<Migration | undefined>;
}
