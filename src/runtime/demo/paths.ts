import { addDays } from '../../domain/time/calendar-day.ts';
import type { Dispute, Doer, Step } from './story.ts';

/** The ways that a small claim goes, each a piece of one: stories are made of them. */
type Path = (dispute: Dispute) => Step[];

const step = (after: number, as: Doer, what: string, form?: Step['form'], party?: Doer): Step => ({
  after,
  as,
  do: what,
  ...(form ? { form } : {}),
  ...(party ? { party } : {}),
});
const textsOf = (dispute: Dispute) => TEXTS[dispute.language ?? 'en'];

const application =
  (dispute: Dispute): Step['form'] =>
  (today) => ({
    applicantType: dispute.isBusiness ? 'organization' : 'individual',
    claimType: dispute.claimType,
    incidentOn: addDays(today, -dispute.happenedBefore),
    whatHappened: dispute.whatHappened,
    amount: dispute.amount,
    interest: false,
    remedy: dispute.remedy,
  });

export const submitted: Path = (dispute) => [
  { ...step(0, 'applicant', 'SUBMIT', application(dispute)), evidence: textsOf(dispute).evidence },
];

export const waiverAsked: Path = (dispute) => [
  step(0, 'applicant', 'SUBMIT_UNPAID', application(dispute)),
  step(0, 'applicant', 'ASK_FEE_WAIVER', () => ({
    householdSize: 3,
    income: 218_000,
    reasons: textsOf(dispute).waiver,
  })),
];

export const issued: Path = (dispute) => [...submitted(dispute), step(3, 'registrar', 'ISSUE_NOTICE')];

export const asked: Path = (dispute) => [
  ...submitted(dispute),
  step(2, 'registrar', 'REQUEST_INFORMATION', () => ({ question: textsOf(dispute).question })),
];

export const refused: Path = (dispute) => [
  ...submitted(dispute),
  step(4, 'registrar', 'REFUSE', () => ({ reasons: textsOf(dispute).refusal })),
];

/** Handed over in person, which counts on the day. */
export const served: Path = (dispute) => [
  ...issued(dispute),
  ...dispute.respondents.map((_, index) =>
    step(
      index === 0 ? 4 : 0,
      'applicant',
      'RECORD_SERVICE',
      (today) => ({ method: 'person', servedOn: addDays(today, -1), statement: textsOf(dispute).service }),
      `respondent-${index + 1}`,
    ),
  ),
];

/** The respondent says themself that the notice came. */
export const received: Path = (dispute) => [
  ...issued(dispute),
  ...dispute.respondents.map((_, index) =>
    step(index === 0 ? 2 : 0, `respondent-${index + 1}`, 'CONFIRM_RECEIPT', (today) => ({ receivedOn: today })),
  ),
];

export const negotiating: Path = (dispute) => [
  ...received(dispute),
  ...dispute.respondents.map((_, index) =>
    step(index === 0 ? 6 : 1, `respondent-${index + 1}`, 'FILE_RESPONSE', () => ({
      position: 'disagree',
      reasons: dispute.answer,
    })),
  ),
];

export const talking: Path = (dispute) => [
  ...negotiating(dispute),
  ...dispute.talk.map((message, index) =>
    step(index === 0 ? 1 : 0, index % 2 === 0 ? 'applicant' : 'respondent-1', 'SEND_MESSAGE', () => ({ message })),
  ),
];

export const offered: Path = (dispute) => [
  ...talking(dispute),
  step(2, 'respondent-1', 'MAKE_OFFER', () => dispute.offer),
];

export const countered: Path = (dispute) => [
  ...offered(dispute),
  step(1, 'applicant', 'COUNTER_OFFER', () => ({
    ...dispute.offer,
    amount: Math.round((dispute.offer.amount + dispute.amount) / 2),
  })),
];

export const agreed: Path = (dispute) => [...offered(dispute), step(2, 'applicant', 'ACCEPT_OFFER')];

export const settled: Path = (dispute) => [...agreed(dispute), step(3, 'applicant', 'CLOSE_SETTLED')];

export const facilitated: Path = (dispute) => [
  ...talking(dispute),
  step(4, 'applicant', 'ASK_FACILITATION'),
  step(2, 'facilitator', 'SEND_MESSAGE', () => ({ message: textsOf(dispute).facilitator })),
];

export const consentProposed: Path = (dispute) => [
  ...facilitated(dispute),
  step(9, 'facilitator', 'PROPOSE_CONSENT_ORDER', () => dispute.offer),
];

export const consentAgreed: Path = (dispute) => [
  ...consentProposed(dispute),
  step(1, 'applicant', 'ACCEPT_OFFER'),
  step(1, 'respondent-1', 'ACCEPT_OFFER'),
];

export const consentOrdered: Path = (dispute) => [
  ...consentAgreed(dispute),
  step(2, 'registrar', 'APPROVE_CONSENT_ORDER'),
];

export const toDecision: Path = (dispute) => [...facilitated(dispute), step(10, 'facilitator', 'END_FACILITATION')];

export const datesSet: Path = (dispute) => [
  ...toDecision(dispute),
  step(1, 'registrar', 'SET_SUBMISSION_DATES', (today) => ({
    applicantBy: addDays(today, 14),
    respondentBy: addDays(today, 28),
    finalBy: addDays(today, 35),
  })),
];

export const argued: Path = (dispute) => [
  ...datesSet(dispute),
  {
    ...step(8, 'applicant', 'FILE_SUBMISSION', () => ({ arguments: dispute.whatHappened })),
    evidence: textsOf(dispute).quote,
  },
];

export const replied: Path = (dispute) => [
  ...argued(dispute),
  step(9, 'respondent-1', 'FILE_REPLY', () => ({ arguments: dispute.answer })),
];

export const ready: Path = (dispute) => [
  ...replied(dispute),
  step(4, 'applicant', 'FILE_FINAL_REPLY', () => ({ arguments: textsOf(dispute).finalReply })),
];

/** `ASSIGN` names a role's demo person; who tells the story puts in their id. */
const memberAssigned = (after: number): Step =>
  step(after, 'registrar', 'ASSIGN', () => ({ role: 'member', user: 'member' }));

export const assigned: Path = (dispute) => [...ready(dispute), memberAssigned(2)];

export const decided: Path = (dispute) => [
  ...assigned(dispute),
  step(9, 'member', 'ISSUE_DECISION', () => dispute.decision),
];

export const followed: Path = (dispute) => [...decided(dispute), step(12, 'applicant', 'CONFIRM_ORDER_FOLLOWED')];

/** Served, and silent: the time to answer runs out on its own. */
export const silent: Path = (dispute) => served(dispute);

const defaultAsked = (dispute: Dispute): Step =>
  step(20, 'applicant', 'REQUEST_DEFAULT', () => ({ amount: dispute.amount, waiveInterest: true }), 'respondent-1');

export const defaultRequested: Path = (dispute) => [...served(dispute), defaultAsked(dispute)];

export const defaultDecided: Path = (dispute) => [
  ...defaultRequested(dispute),
  memberAssigned(2),
  step(6, 'member', 'ISSUE_DEFAULT_DECISION', () => dispute.decision, 'respondent-1'),
];

export const cancellationAsked: Path = (dispute) => [
  ...defaultDecided(dispute),
  step(5, 'respondent-1', 'ASK_CANCELLATION', (today) => ({
    wilful: textsOf(dispute).wilful,
    learnedOn: addDays(today, -2),
    defence: dispute.answer,
  })),
];

export const withdrawn: Path = (dispute) => [
  ...talking(dispute),
  step(3, 'applicant', 'WITHDRAW', () => ({ reasons: textsOf(dispute).withdrawal })),
];

export const exempt: Path = (dispute) => [
  ...negotiating(dispute),
  step(3, 'respondent-1', 'REQUEST_EXEMPTION', () => ({ reasons: textsOf(dispute).exemption })),
];

const TEXTS = {
  en: {
    evidence: 'Receipts and messages',
    quote: 'Quote for the repair',
    waiver: 'I work part time and support two children. The fee is what we spend on food in a week.',
    question: 'Please tell us on which dates you paid, and how. If you have receipts or bank statements, add them.',
    refusal:
      'This claim is about the end of a residential tenancy. The law gives such claims to another tribunal, and we may not decide them. You can apply there; your fee is paid back.',
    service: 'I gave the notice to them at the front door of their home. They read the first page while I was there.',
    facilitator:
      'Hello to both of you. I have read the claim and the response. Before we talk by phone: what would have to happen so that you could leave this behind? You can also write to me alone.',
    finalReply: 'The photographs in the reply were taken two weeks later. I have nothing else to add.',
    wilful: 'I was in hospital for three weeks, and my mail was held at the post office.',
    withdrawal: 'We met and sorted it out between us.',
    exemption: 'The same accident is before the Supreme Court, and we ask that everything be heard there.',
  },
  fr: {
    evidence: 'Reçus et messages',
    quote: 'Devis de réparation',
    waiver:
      'Je travaille à temps partiel et j’ai deux enfants à charge. Ces frais sont notre budget d’épicerie d’une semaine.',
    question:
      'Dites-nous à quelles dates vous avez payé, et comment. Si vous avez des reçus ou des relevés, joignez-les.',
    refusal:
      'Cette demande porte sur la fin d’un bail d’habitation. La loi confie ces demandes à un autre tribunal. Vos frais vous seront rendus.',
    service: 'J’ai remis l’avis en main propre, à la porte de son domicile.',
    facilitator:
      'Bonjour à vous deux. J’ai lu la demande et la réponse. Que faudrait-il pour que vous puissiez tourner la page ? Vous pouvez aussi m’écrire séparément.',
    finalReply: 'Les photos jointes à la réponse ont été prises deux semaines plus tard. Je n’ai rien à ajouter.',
    wilful: 'J’étais à l’hôpital pendant trois semaines et mon courrier était retenu à la poste.',
    withdrawal: 'Nous nous sommes parlé et tout est réglé.',
    exemption: 'Le même accident est devant la Cour suprême ; nous demandons que tout y soit entendu.',
  },
} as const;
