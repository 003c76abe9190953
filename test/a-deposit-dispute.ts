import type { DefinitionInput } from '../src/domain/definition/schema.ts';

const both = (en: string, fr: string) => ({ en, fr });
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
  forms: {
    application: {
      title: both('Your claim', 'Votre demande'),
      pages: [
        {
          id: 'claim',
          fields: [
            { id: 'amount', type: 'money', label: both('Amount', 'Montant'), required: true },
            {
              id: 'what',
              type: 'longtext',
              label: both('What happened', 'Ce qui s’est passé'),
              required: true,
              maxLength: 4_000,
            },
            { id: 'bank', type: 'text', label: both('Bank', 'Banque'), access: 'sealed' },
          ],
        },
      ],
    },
    service: {
      title: both('Proof of service', 'Preuve de signification'),
      pages: [
        {
          id: 'service',
          fields: [
            { id: 'servedOn', type: 'date', label: both('Served on', 'Signifié le'), required: true },
            {
              id: 'method',
              type: 'choice',
              options: [{ value: 'inPerson', label: both('In person', 'En personne') }],
              required: true,
            },
          ],
        },
      ],
    },
    response: {
      title: both('Your response', 'Votre réponse'),
      pages: [
        {
          id: 'position',
          fields: [
            {
              id: 'position',
              type: 'choice',
              required: true,
              options: [
                { value: 'agree', label: both('I agree', 'J’accepte') },
                { value: 'disagree', label: both('I disagree', 'Je conteste') },
              ],
            },
          ],
        },
        {
          id: 'reasons',
          showIf: "form.position != 'agree'",
          fields: [{ id: 'reasons', type: 'longtext', required: true, maxLength: 4_000 }],
        },
      ],
    },
    offer: {
      title: both('Your offer', 'Votre offre'),
      pages: [{ id: 'offer', fields: [{ id: 'amount', type: 'money', required: true }] }],
    },
    message: {
      title: both('Message', 'Message'),
      pages: [{ id: 'message', fields: [{ id: 'message', type: 'longtext', required: true }] }],
    },
    decision: {
      title: both('Decision', 'Décision'),
      pages: [
        {
          id: 'decision',
          fields: [
            { id: 'reasons', type: 'longtext', required: true },
            { id: 'terms', type: 'longtext', required: true },
            { id: 'amount', type: 'money' },
          ],
        },
      ],
    },
  },
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
  notices: {
    'dispute-notice': {
      to: ['respondent'],
      channels: ['portal', 'email'],
      template: 'dispute-notice',
      attach: ['dispute-notice'],
      service: { deemed: { email: { days: 1 } } },
      subject: both('A claim against you: {{case.reference}}', 'Une demande contre vous : {{case.reference}}'),
      body: both(
        'Dear {{recipient.name}},\n\n{{parties.applicant}} claims {{data.application.amount}}.',
        '{{recipient.name}},\n\n{{parties.applicant}} réclame {{data.application.amount}}.',
      ),
    },
    'response-reminder': {
      to: ['respondent'],
      channels: ['portal', 'email'],
      template: 'deadline-reminder',
      subject: both('Answer by {{deadline.responseWindow}}', 'Répondez avant le {{deadline.responseWindow}}'),
      body: both('Please answer.', 'Veuillez répondre.'),
    },
    'default-available': {
      to: ['applicant'],
      channels: ['portal', 'email'],
      template: 'notice',
      subject: both('No answer', 'Pas de réponse'),
      body: both('{{party.name}} did not answer.', '{{party.name}} n’a pas répondu.'),
    },
    'offer-made': {
      to: ['applicant', 'respondent'],
      except: 'actor',
      channels: ['portal', 'email'],
      template: 'notice',
      privileged: true,
      subject: both('An offer', 'Une offre'),
      body: both('There is an offer.', 'Il y a une offre.'),
    },
    'offer-expired': {
      to: ['applicant', 'respondent'],
      channels: ['portal'],
      template: 'notice',
      privileged: true,
      subject: both('The offer ended', 'L’offre a pris fin'),
      body: both('It ended.', 'Elle a pris fin.'),
    },
    decision: {
      to: ['applicant', 'respondent'],
      channels: ['portal', 'email'],
      template: 'decision',
      attach: ['decision'],
      service: { deemed: { email: { days: 1 } } },
      subject: both('Decision', 'Décision'),
      body: both('A decision was made.', 'Une décision a été rendue.'),
    },
  },
  documents: {
    'dispute-notice': {
      template: 'dispute-notice',
      access: 'case',
      title: both('Dispute notice', 'Avis de différend'),
      sections: [{ heading: both('The claim', 'La demande'), form: 'application' }],
    },
    decision: { template: 'decision', access: 'case', title: both('Decision and order', 'Décision et ordonnance') },
  },
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
  chart: {
    initial: 'intake',
    on: { WITHDRAW: { target: '#closed', actions: [{ type: 'outcome', outcome: 'withdrawn' }] } },
    states: {
      intake: {
        meta: { stage: 'intake' },
        initial: 'draft',
        states: {
          draft: {
            on: { SUBMIT: 'review' },
            after: { submitWindow: { target: '#closed', actions: [{ type: 'outcome', outcome: 'dismissed' }] } },
          },
          review: {
            entry: [
              {
                type: 'task',
                task: 'review',
                queue: 'registrar',
                title: both('Review', 'Examiner'),
                due: { count: 5, unit: 'workingDays' },
              },
            ],
            on: {
              PAY: {},
              ISSUE_NOTICE: {
                target: '#response',
                guard: { all: ['withinLimit', 'paid'] },
                actions: [
                  { type: 'generate', document: 'dispute-notice' },
                  { type: 'notify', notice: 'dispute-notice' },
                ],
              },
              REFUSE: { target: '#closed', actions: [{ type: 'outcome', outcome: 'refused' }] },
            },
          },
        },
      },
      response: {
        id: 'response',
        meta: { stage: 'response' },
        entry: [{ type: 'tell', to: 'respondent', event: 'NOTICE_ISSUED' }],
        on: {
          PARTY_CHANGED: [
            { guard: 'everyoneAnswered', target: 'negotiation' },
            {
              guard: 'someoneDefaulted',
              target: 'default',
              actions: [{ type: 'notify', notice: 'default-available' }],
            },
          ],
        },
      },
      default: {
        meta: { stage: 'response' },
        entry: [{ type: 'assign', role: 'member' }],
        on: {
          DECIDE: {
            target: '#closed',
            actions: [
              { type: 'decide', decision: 'default', document: 'decision' },
              { type: 'order', order: 'default', document: 'decision' },
              { type: 'notify', notice: 'decision' },
              { type: 'outcome', outcome: 'default-decision' },
            ],
          },
        },
      },
      negotiation: {
        meta: { stage: 'negotiation' },
        entry: [
          { type: 'privilege', room: 'open' },
          { type: 'assign', role: 'facilitator' },
        ],
        on: {
          MAKE_OFFER: { actions: [{ type: 'notify', notice: 'offer-made' }] },
          COUNTER_OFFER: { actions: [{ type: 'notify', notice: 'offer-made' }] },
          ACCEPT_OFFER: [
            { guard: 'offerAccepted', target: '#closed', actions: [{ type: 'outcome', outcome: 'settled' }] },
            {},
          ],
          DECLINE_OFFER: {},
          SEND_MESSAGE: {},
          GO_TO_DECISION: 'adjudication',
        },
      },
      adjudication: {
        meta: { stage: 'adjudication' },
        entry: [{ type: 'assign', role: 'member' }],
        on: {
          DECIDE: {
            target: '#closed',
            actions: [
              { type: 'decide', decision: 'final', document: 'decision' },
              { type: 'order', order: 'final', document: 'decision' },
              { type: 'publish' },
              { type: 'notify', notice: 'decision' },
              { type: 'outcome', outcome: 'decision' },
            ],
          },
        },
      },
      closed: { id: 'closed', type: 'final', meta: { stage: 'closed' } },
    },
  },
  partyCharts: {
    respondent: {
      initial: 'waiting',
      states: {
        waiting: { on: { NOTICE_ISSUED: 'unserved' } },
        unserved: {
          on: {
            RECORD_SERVICE: {
              target: 'served',
              actions: [{ type: 'set', path: 'party.servedOn', value: 'event.servedOn' }],
            },
            SERVED: { target: 'served', actions: [{ type: 'set', path: 'party.servedOn', value: 'event.on' }] },
          },
          after: { serviceWindow: 'expired' },
        },
        served: {
          on: {
            FILE_RESPONSE: { target: 'responded', actions: [{ type: 'set', path: 'party.responded', value: 'true' }] },
          },
          after: { responseWindow: 'defaulted' },
        },
        responded: { type: 'final' },
        defaulted: { type: 'final' },
        expired: { type: 'final' },
      },
    },
  },
};
