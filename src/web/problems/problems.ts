import { UPLOAD_REFUSALS } from '../../app/documents/upload-refusals.ts';
import { REFUSAL_REASONS } from '../../domain/refusal.ts';

/** What the web itself can refuse, before or beside the rules of a case. */
const OF_THE_WEB = {
  InvalidBody: [400, 'The body of the request is not as this call takes it.'],
  InvalidParameter: [400, 'A parameter of the request is not as this call takes it.'],
  NotSignedIn: [401, 'This call needs someone who is signed in.'],
  WrongCode: [401, 'The code is wrong, used or too old.'],
  CrossSite: [403, 'The request was started by another site.'],
  NotFound: [404, 'There is nothing here that you may see.'],
  MethodNotAllowed: [405, 'This address does not take this method.'],
  VersionMoved: [409, REFUSAL_REASONS.VersionMoved],
  TooLarge: [413, 'The body of the request is larger than this call takes.'],
  UnsupportedMediaType: [415, 'This call does not take a body of this type.'],
  IdempotencyKeyReused: [422, 'This Idempotency-Key was used for another request.'],
  HasErrors: [422, 'The definition has errors.'],
  ScenariosFail: [422, 'Scenarios of the definition do not go as they tell.'],
  SamePerson: [422, 'What somebody proposed, somebody else has to approve.'],
  DraftChanged: [422, 'The draft is not the one that was read.'],
  OtherDate: [422, 'The draft was proposed for another date.'],
  NotADefinition: [422, 'This cannot be kept as the definition of a workflow.'],
  OtherWorkflow: [422, 'The definition bears the id of another workflow.'],
  InvalidDuration: [422, 'This is not a length of time by which the clock can be moved forward.'],
  TooManyRequests: [429, 'There were too many requests. Wait a little.'],
  Unexpected: [500, 'Something went wrong on our side. It has been noted.'],
  DocumentNotReady: [503, 'The document is being made. Ask again in a few seconds.'],
  FileBeingChecked: [503, 'The file waits to be looked into for viruses. Nobody can open it before.'],
  CalendarMissing: [503, 'The tribunal’s calendar for this process is missing. Nothing was changed.'],
  StorageUnavailable: [503, 'Nothing can be saved right now. Nothing was changed.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ProblemReason = keyof typeof OF_THE_WEB | keyof typeof REFUSAL_REASONS | keyof typeof UPLOAD_REFUSALS;

export interface ProblemKind {
  readonly status: number;
  /** A sentence for people; the same for every problem of the kind. */
  readonly title: string;
}

const REFUSED = 422;

/** Every problem that a call can answer: the closed set behind `reason`. */
export const PROBLEMS = {
  ...kindsOf(REFUSAL_REASONS),
  ...kindsOf(UPLOAD_REFUSALS),
  ...Object.fromEntries(Object.entries(OF_THE_WEB).map(([reason, [status, title]]) => [reason, { status, title }])),
} as Readonly<Record<ProblemReason, ProblemKind>>;

function kindsOf(sentences: Readonly<Record<string, string>>): Record<string, ProblemKind> {
  return Object.fromEntries(Object.entries(sentences).map(([reason, title]) => [reason, { status: REFUSED, title }]));
}
