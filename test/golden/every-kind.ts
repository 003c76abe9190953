import type { Command } from '../../src/domain/command.ts';
import type { Fact } from '../../src/domain/fact.ts';

/** Every kind of command and of fact that there is; the compiler asks for those that are new. */
export const EVERY_KIND: {
  readonly commands: Readonly<Record<Command['kind'], true>>;
  readonly facts: Readonly<Record<Fact['kind'], true>>;
} = {
  commands: {
    open: true,
    event: true,
    expire: true,
    remind: true,
    extend: true,
    migrate: true,
    assign: true,
    askForAssignment: true,
    completeTask: true,
    declareConflict: true,
    join: true,
    invite: true,
    revoke: true,
    delivered: true,
    undeliverable: true,
  },
  facts: {
    NoticeSent: true,
    DocumentIssued: true,
    DeadlineSet: true,
    DeadlineExtended: true,
    DeadlineMoved: true,
    DeadlineReminded: true,
    DeadlineEnded: true,
    FeeMoved: true,
    TaskOpened: true,
    TaskClosed: true,
    Assigned: true,
    Unassigned: true,
    AssignmentWanted: true,
    ConflictDeclared: true,
    PartyAdded: true,
    PartyJoined: true,
    PartyServed: true,
    SupporterInvited: true,
    SupporterRevoked: true,
    RoomMoved: true,
    OfferMade: true,
    OfferMoved: true,
    MessagePosted: true,
    DecisionIssued: true,
    OrderIssued: true,
    OrderMoved: true,
    DecisionPublished: true,
    DocumentsFiled: true,
    CaseClosed: true,
  },
};
