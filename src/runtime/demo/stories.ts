import { DISPUTES as about } from './disputes.ts';
import { FINES } from './fines.ts';
import * as so from './paths.ts';
import type { Dispute, Step, Story } from './story.ts';
import { VISITORS_DISPUTES as visitors } from './visitors-disputes.ts';

/** A small claim that came so far, and has stood there for some days. */
function claim(dispute: Dispute, far: (dispute: Dispute) => Step[], quietFor: number): Story {
  const { applicant, respondents, language = 'en', whatHappened, remedy } = dispute;
  const parties = [
    { role: 'applicant', person: applicant },
    ...respondents.map((person) => ({ role: 'respondent', person })),
  ];
  const papers = [whatHappened, remedy];
  return {
    workflow: 'small-claims',
    language,
    opener: 'applicant',
    parties,
    papers,
    steps: far(dispute),
    quietFor,
  };
}

const opened = (): Step[] => [];

/** The cases of the demonstration, in every stage. Those of its two parties come first. */
export const STORIES: readonly Story[] = [
  // Amira Haddad and Tom Whitfield, whom visitors can be.
  claim(visitors.fence, so.served, 3),
  claim(visitors.deposit, so.offered, 1),
  claim(visitors.kitchen, so.datesSet, 4),
  claim(visitors.mover, so.silent, 17),
  claim(visitors.loan, opened, 2),
  claim(visitors.wedding, so.consentProposed, 2),
  claim(visitors.roof, so.decided, 6),
  // At the registry.
  claim(about.parking, so.submitted, 1),
  claim(about.phone, so.waiverAsked, 3),
  claim(about.tutor, so.asked, 5),
  claim(about.daycare, so.refused, 9),
  // On their way to the other side, and waiting for an answer.
  claim(about.piano, so.issued, 4),
  claim(about.vaisselle, so.issued, 62),
  claim(about.laptop, so.received, 5),
  claim(about.tree, so.received, 10),
  // Nobody answered.
  claim(about.gym, so.defaultRequested, 2),
  claim(about.camera, so.defaultDecided, 8),
  claim(about.sofa, so.cancellationAsked, 3),
  // Talking.
  claim(about.bees, so.negotiating, 4),
  claim(about.concert, so.countered, 2),
  claim(about.website, so.agreed, 3),
  claim(about.vet, so.facilitated, 7),
  claim(about.chauffage, so.facilitated, 12),
  claim(about.drywall, so.consentAgreed, 1),
  // Before a member.
  claim(about.hedge, so.toDecision, 5),
  claim(about.truck, so.replied, 3),
  claim(about.boat, so.assigned, 6),
  claim(about.strata, so.decided, 11),
  // At their end.
  claim(about.violin, so.settled, 20),
  claim({ ...about.boat, applicant: { name: 'Astrid Lund' }, amount: 322_000 }, so.followed, 5),
  claim({ ...about.piano, applicant: { name: 'Owen Pritchard' }, amount: 135_000 }, so.withdrawn, 16),
  claim(
    { ...about.vet, respondents: [{ name: 'Rafael Ortiz', email: 'rafael.ortiz@mail.example' }] },
    so.consentOrdered,
    9,
  ),
  claim({ ...about.strata, applicant: { name: 'Milan Horvat' }, amount: 280_000 }, so.exempt, 2),
  // Fines of another office, on a process of their own.
  ...FINES,
];
