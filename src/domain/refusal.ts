import type { Text } from './definition/text-schema.ts';

/** Why a command was not carried out: a closed, documented set. `docs/api.md` lists what to do about each. */
export const REFUSAL_REASONS = {
  UnknownWorkflow: 'There is no such workflow, or it is not open to new cases.',
  MayNotOpen: 'Cases of this workflow are opened by the tribunal.',
  PartyMissing: 'The workflow needs more parties of a role.',
  TooManyParties: 'The workflow takes fewer parties of a role.',
  BothSides: 'One person cannot be on both sides of a dispute.',
  UnknownRole: 'The workflow has no such party role.',
  UnknownEvent: 'The workflow has no such event.',
  NotYours: 'Your role in this case may not do this.',
  StepUpNeeded: 'This needs someone who has just signed in.',
  PartyNeeded: 'Say which party this is about.',
  UnknownParty: 'There is no such party in this case.',
  NotInThisState: 'The case is not at a point where this can be done.',
  NotNow: 'The conditions for this are not met.',
  GuardRefused: 'The rules of this process do not allow this here.',
  ResponseOutOfTime: 'The time for this has run out.',
  InvalidForm: 'Some answers are missing or not as the form asks.',
  UnknownDocument: 'A file named in the answers was not uploaded to this case by you.',
  AlreadyFiled:
    'This file has been filed, or was opened to the tribunal: others could read it, and it stays in the case.',
  NothingToPay: 'Nothing is outstanding for this fee.',
  NoOfferOnTable: 'There is no open offer to answer.',
  OwnOffer: 'You cannot answer your own offer.',
  OfferAlreadyAnswered: 'You have answered this offer already.',
  BiddingNeedsTwo: 'Blind bidding is between two parties who both take part.',
  BiddingUnderWay: 'Blind bidding was proposed already, or is under way.',
  NoBidding: 'There is no blind bidding that this would answer.',
  AlreadyBid: 'Your figure for this round is in. It waits for the other side.',
  UnknownExhibit: 'There is no such exhibit of yours.',
  ExhibitWithdrawn: 'This exhibit has been withdrawn.',
  AlreadyExhibit: 'This file is in evidence already.',
  RoomClosed: 'The without-prejudice room is closed.',
  UnknownNeed: 'There is no such need.',
  TooManyNeeds: 'One party can tell as many needs as the case takes; change one of them.',
  UnknownTask: 'There is no such open task that can be completed by hand.',
  UnknownDeadline: 'There is no such open deadline.',
  NotExtendable: 'This deadline cannot be extended.',
  ExtensionTooLong: 'The extension is longer than the rules allow.',
  ExtensionGivesNothing: 'The days end where the office is closed, and lead back to the present last day or before it.',
  ExtensionsUsedUp: 'This deadline has been extended as often as the rules allow.',
  Excluded: 'This person may not have this role in this case.',
  NotAssignable: 'This role is not given to one person.',
  AlreadyJoined: 'This party has an account already.',
  AlreadyInvited: 'This person is the party, or acts for or helps it already.',
  CannotInvite: 'Only the party themself can invite or revoke who acts for or helps them.',
  NothingToChange: 'This is how it is already.',
  EmailNotConfirmed: 'The code is wrong or too old, or there is no address to confirm.',
  TooManyMails: 'You have had several mails sent to other addresses within the hour.',
  LetterElsewhere: 'The letter is not where this could be done with it.',
  NoTexts: 'Text messages are not sent here.',
  CaseClosed: 'The case is closed.',
  CaseTooLarge: 'The case holds more answers than one case can.',
  VersionMoved: 'Someone else changed the case in the meantime. Read it again.',
  InvalidDefinition: 'The definition has problems; check it first.',
  CannotMigrate: 'The new version has no place for where the case stands; map its state to one.',
  IdempotencyKeyReused: 'This Idempotency-Key was used before for another request.',
  EngineLimit: 'The workflow did not come to rest; its administrators have been told.',
} as const;
export type RefusalReason = keyof typeof REFUSAL_REASONS;

/** An expected failure, as a value. `facts` fill the sentence; `errors` name fields; `says` are the definition's own words. */
export interface Refusal {
  readonly refused: RefusalReason;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  /** Why not, for whoever tried, in the languages of the definition; nothing in it is filled in. */
  readonly says?: Text;
}

export function refuse(
  reason: RefusalReason,
  facts: Readonly<Record<string, unknown>> = {},
  errors?: Refusal['errors'],
): Refusal {
  return errors ? { refused: reason, facts, errors } : { refused: reason, facts };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
