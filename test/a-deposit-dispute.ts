import type { DefinitionInput } from '../src/domain/definition/schema.ts';
import { both } from './deposit-dispute/both.ts';
import { CHART, PARTY_CHARTS } from './deposit-dispute/charts.ts';
import { FORMS } from './deposit-dispute/forms.ts';
import { DOCUMENTS, NOTICES } from './deposit-dispute/papers.ts';

const button = both('Do it', 'Faire');

/** A small whole process for tests: a deposit that a landlord keeps. One or two respondents, each served and defaulting alone. */
export const depositDispute: DefinitionInput = {
  format: 1,
  id: 'deposit',
  title: both('Deposit dispute', 'Litige de dépôt'),
  languages: ['en', 'fr'],
  calendar: 'ca-bc',
  reference: 'DEP',
  stages: [
    { id: 'intake', title: both('Application', 'Demande'), target: { days: 5 } },
    { id: 'response', title: both('Response', 'Réponse') },
    { id: 'negotiation', title: both('Negotiation', 'Négociation') },
    { id: 'adjudication', title: both('Decision', 'Décision') },
    { id: 'closed', title: both('Closed', 'Clos') },
  ],
  roles: {
    applicant: { kind: 'party', min: 1, max: 2 },
    respondent: { kind: 'party', min: 1, max: 3, chart: 'respondent' },
    facilitator: { kind: 'tribunal', assign: 'least-loaded' },
    member: { kind: 'tribunal', assign: 'manual', excludes: ['facilitator'] },
    registrar: { kind: 'tribunal', shared: true },
  },
  forms: FORMS,
  events: {
    SUBMIT: { title: both('Submit', 'Déposer'), by: ['applicant'], form: 'application', fee: 'application' },
    PAY: { title: both('Pay', 'Payer'), by: ['applicant'], pays: 'application' },
    ISSUE_NOTICE: { title: both('Issue', 'Délivrer'), by: ['registrar'] },
    REFUSE: { title: both('Refuse', 'Refuser'), by: ['registrar'] },
    RECORD_SERVICE: {
      title: both('Record service', 'Inscrire'),
      by: ['applicant', 'representative'],
      scope: 'party',
      form: 'service',
    },
    FILE_RESPONSE: {
      title: both('Respond', 'Répondre'),
      by: ['respondent', 'representative'],
      scope: 'party',
      form: 'response',
      when: 'party.served && !party.responded',
      otherwise: both('You can answer once, after you were served.', 'Vous pouvez répondre une fois, après la remise.'),
    },
    MAKE_OFFER: {
      title: both('Make an offer', 'Faire une offre'),
      by: ['applicant', 'respondent'],
      form: 'offer',
      privileged: true,
      offer: { do: 'make', deadline: 'offerWindow', expiredNotice: 'offer-expired' },
    },
    COUNTER_OFFER: {
      title: both('Counter', 'Contre-offre'),
      by: ['applicant', 'respondent'],
      form: 'offer',
      privileged: true,
      offer: { do: 'counter', deadline: 'offerWindow' },
    },
    ACCEPT_OFFER: {
      title: both('Accept', 'Accepter'),
      by: ['applicant', 'respondent'],
      privileged: true,
      offer: { do: 'accept' },
    },
    DECLINE_OFFER: {
      title: both('Decline', 'Refuser'),
      by: ['applicant', 'respondent'],
      privileged: true,
      offer: { do: 'decline' },
    },
    SEND_MESSAGE: {
      title: both('Message', 'Message'),
      by: ['applicant', 'respondent', 'facilitator'],
      form: 'message',
      privileged: true,
      message: 'joint',
    },
    GO_TO_DECISION: { title: button, by: ['facilitator'] },
    DECIDE: { title: both('Decide', 'Décider'), by: ['member'], form: 'decision' },
    WITHDRAW: { title: both('Withdraw', 'Se désister'), by: ['applicant'] },
  },
  deadlines: {
    submitWindow: {
      count: 30,
      unit: 'days',
      why: both('You have {count} days to submit.', 'Vous avez {count} jours pour déposer.'),
    },
    serviceWindow: {
      count: 90,
      unit: 'days',
      why: both('You have {count} days to serve.', 'Vous avez {count} jours pour signifier.'),
    },
    responseWindow: {
      basis: 'party.servedOn',
      count: 14,
      unit: 'days',
      countWhen: [{ if: 'party.outsideProvince', count: 30 }],
      skipFirst: true,
      at: '23:59',
      roll: 'next-working-day',
      reminders: [{ before: { days: 7 }, notice: 'response-reminder' }],
      extend: { by: ['registrar'], maxDays: 30, times: 1 },
      why: both(
        'You have {count} days from the day you were served.',
        'Vous avez {count} jours à partir de la signification.',
      ),
    },
    offerWindow: {
      count: 7,
      unit: 'days',
      why: both('The offer is open for {count} days.', 'L’offre est valable {count} jours.'),
    },
  },
  notices: NOTICES,
  documents: DOCUMENTS,
  fees: {
    application: {
      amount: 7_500,
      amountWhen: [{ if: 'data.application.amount > 300000', amount: 12_500 }],
      waiver: true,
    },
  },
  guards: {
    withinLimit: 'data.application.amount <= 500000',
    paid: 'fees.application.outstanding == 0',
    everyoneAnswered: "parties.all(p, p.role != 'respondent' || p.responded)",
    someoneDefaulted: "parties.exists(p, inState(p, 'defaulted'))",
    offerAccepted: 'offer.accepted',
  },
  refusals: { paid: both('The fee has not been paid yet.', 'Les frais ne sont pas encore payés.') },
  chart: CHART,
  partyCharts: PARTY_CHARTS,
};
