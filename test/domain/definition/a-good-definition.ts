import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { CHART, PARTY_CHARTS } from './good-definition/charts.ts';
import { EXPLORER } from './good-definition/explorer.ts';
import { FORMS } from './good-definition/forms.ts';
import { DOCUMENTS, NOTICES } from './good-definition/papers.ts';
import { text } from './good-definition/text.ts';

/**
 * A small process that has one of everything and nothing wrong with it: a claim is made, served, answered, negotiated,
 * decided. Each call gives a copy of one's own to spoil.
 */
export function aGoodDefinition(): DefinitionInput {
  return structuredClone(GOOD);
}

const GOOD: DefinitionInput = {
  format: 1,
  id: 'neighbour-claims',
  title: text('Neighbour claims', 'Litiges de voisinage'),
  languages: ['en', 'fr'],
  calendar: 'ca-bc',
  reference: 'NC',
  stages: [
    { id: 'intake', title: text('Intake', 'Réception'), target: { days: 90 } },
    { id: 'response', title: text('Response', 'Réponse') },
    { id: 'talks', title: text('Talks', 'Pourparlers') },
    { id: 'decision', title: text('Decision', 'Décision'), target: { days: 60 } },
    { id: 'closed', title: text('Closed', 'Terminé') },
  ],
  roles: {
    applicant: { kind: 'party', min: 1, max: 1 },
    respondent: { kind: 'party', min: 1, max: 3, chart: 'respondent' },
    facilitator: { kind: 'tribunal', assign: 'least-loaded' },
    member: { kind: 'tribunal', assign: 'manual', excludes: ['facilitator'] },
    registrar: { kind: 'tribunal', shared: true },
  },
  forms: FORMS,
  events: {
    SUBMIT: { title: text('Submit', 'Déposer'), by: ['applicant'], form: 'application', fee: 'application' },
    PAY: { title: text('Pay', 'Payer'), by: ['applicant', 'registrar'], pays: 'application' },
    ISSUE: { title: text('Issue the notice', 'Délivrer l’avis'), by: ['registrar'] },
    REFUSE: { title: text('Refuse', 'Refuser'), by: ['registrar'] },
    RECORD_SERVICE: {
      title: text('Say how you served', 'Déclarer la signification'),
      by: ['applicant', 'registrar'],
      scope: 'party',
      of: ['respondent'],
      form: 'service',
    },
    FILE_RESPONSE: {
      title: text('Respond', 'Répondre'),
      by: ['respondent', 'representative'],
      scope: 'party',
      form: 'response',
      when: 'party.served && !party.responded',
    },
    MAKE_OFFER: {
      title: text('Make an offer', 'Faire une offre'),
      by: ['applicant', 'respondent'],
      form: 'offer',
      privileged: true,
      offer: { do: 'make', deadline: 'offerWindow', expiredNotice: 'offer-moved' },
    },
    ACCEPT_OFFER: {
      title: text('Accept the offer', 'Accepter l’offre'),
      by: ['applicant', 'respondent'],
      privileged: true,
      offer: { do: 'accept' },
    },
    DECIDE: { title: text('Decide', 'Décider'), by: ['member'], form: 'decision' },
    WITHDRAW: {
      title: text('Withdraw', 'Se désister'),
      by: ['applicant'],
      confirm: text('Are you sure?', 'Êtes-vous sûr?'),
    },
  },
  deadlines: {
    draftWindow: {
      count: 60,
      unit: 'days',
      why: text('A draft is kept for {count} days.', 'Un brouillon dure {count} jours.'),
    },
    serviceWindow: {
      count: 90,
      unit: 'days',
      why: text('You have {count} days to serve.', 'Vous avez {count} jours.'),
    },
    responseWindow: {
      basis: 'party.servedOn',
      count: 14,
      unit: 'days',
      countWhen: [{ if: 'party.outsideProvince', count: 30 }],
      roll: 'next-working-day',
      reminders: [{ before: { days: 7 }, notice: 'response-reminder' }],
      extend: { by: ['registrar'], maxDays: 30, times: 1 },
      why: text('You have {count} days from the day you were served.', 'Vous avez {count} jours.'),
    },
    talksWindow: {
      count: 21,
      unit: 'days',
      why: text('Talks last {count} days.', 'Les pourparlers durent {count} jours.'),
    },
    offerWindow: {
      count: 7,
      unit: 'days',
      why: text('An offer stands for {count} days.', 'Une offre tient {count} jours.'),
    },
  },
  notices: NOTICES,
  documents: DOCUMENTS,
  fees: {
    application: {
      title: text('Filing fee', 'Frais de dépôt'),
      amount: 7_500,
      amountWhen: [{ if: 'event.amount > 300000', amount: 12_500 }],
      waiver: true,
    },
  },
  guards: {
    withinLimit: 'data.application.amount <= 500000',
    everyoneAnswered: "parties.all(p, p.role != 'respondent' || p.responded)",
    someoneDefaulted: "parties.exists(p, p.role == 'respondent' && inState(p, 'defaulted'))",
    offerAccepted: 'offer.accepted',
  },
  chart: CHART,
  partyCharts: PARTY_CHARTS,
  guidance: {
    intake: {
      applicant: text('Tell us what happened.', 'Dites-nous ce qui s’est passé.'),
      registrar: text('Issue or refuse.', 'Délivrez ou refusez.'),
    },
    live: { applicant: text('Your claim is under way.', 'Votre demande suit son cours.') },
    'live.talks': { respondent: text('You can make an offer.', 'Vous pouvez faire une offre.') },
    'live.adjudication': { member: text('Decide.', 'Décidez.') },
    'respondent:unserved': {
      applicant: text('Serve them.', 'Signifiez.'),
      registrar: text('Record proof of service.', 'Notez la preuve.'),
    },
    'respondent:served': { respondent: text('Respond in time.', 'Répondez à temps.') },
  },
  explorer: EXPLORER,
  scenarios: [
    {
      name: 'one respondent answers, the other does not',
      start: '2026-03-02T09:00',
      parties: { applicant: 1, respondent: 2 },
      data: { application: { kind: 'debt' } },
      steps: [
        {
          as: 'applicant',
          do: 'SUBMIT',
          form: { amount: 100_000, incidentOn: '2026-01-05', kind: 'debt' },
        },
        { as: 'registrar', do: 'ISSUE' },
        { deliver: 'dispute-notice', party: 'respondent-1' },
        { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-2', form: { on: '2026-03-02' } },
        { as: 'helper:respondent-1', do: 'FILE_RESPONSE', form: { reasons: 'I paid.' }, refused: 'NotYours' },
        { as: 'respondent-1', do: 'FILE_RESPONSE', form: { reasons: 'I paid.' } },
        {
          expect: { party: { 'respondent-1': 'answered' }, deadlines: { 'responseWindow@respondent-2': '2026-03-16' } },
        },
        { advance: 'P15D' },
        {
          expect: {
            state: 'live.adjudication',
            stage: 'decision',
            sent: ['response-reminder'],
            tasks: ['assign-member'],
          },
        },
      ],
    },
  ],
};
