import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';

const text = (en: string, fr: string) => ({ en, fr });

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
  forms: {
    application: {
      title: text('Your claim', 'Votre demande'),
      pages: [
        {
          id: 'claim',
          fields: [
            { id: 'amount', type: 'money', min: 1, max: 500_000, required: true, label: text('Amount', 'Somme') },
            { id: 'incidentOn', type: 'date', required: true, label: text('When it happened', 'Date des faits') },
            {
              id: 'kind',
              type: 'choice',
              required: true,
              label: text('What it is about', 'Objet'),
              options: [
                { value: 'debt', label: text('A debt', 'Une dette') },
                { value: 'damage', label: text('Damage', 'Un dommage') },
              ],
            },
          ],
        },
        {
          id: 'damage',
          title: text('The damage', 'Le dommage'),
          showIf: "form.kind == 'damage'",
          fields: [{ id: 'photos', type: 'file', maxFiles: 5 }],
        },
        {
          id: 'private',
          fields: [
            { id: 'lowest', type: 'money', privileged: true, label: text('Least you would take', 'Minimum accepté') },
            {
              id: 'safety',
              type: 'longtext',
              access: 'tribunal',
              label: text('Are you safe?', 'Êtes-vous en sécurité?'),
            },
          ],
        },
      ],
    },
    service: {
      title: text('How you served', 'Mode de signification'),
      pages: [{ id: 'service', fields: [{ id: 'on', type: 'date', required: true, label: text('When', 'Quand') }] }],
    },
    response: {
      title: text('Your response', 'Votre réponse'),
      pages: [
        {
          id: 'reasons',
          fields: [{ id: 'reasons', type: 'longtext', required: true, label: text('Why', 'Pourquoi') }],
        },
      ],
    },
    offer: {
      title: text('Your offer', 'Votre offre'),
      pages: [
        { id: 'offer', fields: [{ id: 'amount', type: 'money', required: true, label: text('Amount', 'Somme') }] },
      ],
    },
    decision: {
      title: text('The decision', 'La décision'),
      pages: [
        {
          id: 'decision',
          fields: [
            { id: 'reasons', type: 'longtext', required: true, label: text('Reasons', 'Motifs') },
            { id: 'terms', type: 'longtext', required: true, label: text('Order', 'Ordonnance') },
            { id: 'amount', type: 'money', required: true, label: text('Amount', 'Somme') },
          ],
        },
      ],
    },
  },
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
  notices: {
    'dispute-notice': {
      to: ['respondent'],
      channels: ['portal', 'email'],
      template: 'dispute-notice',
      attach: ['dispute-notice'],
      legal: true,
      service: { deemed: { email: { days: 1 } } },
      subject: text('{{case.reference}}: a claim against you', '{{case.reference}} : une demande contre vous'),
      body: text(
        'Dear {{recipient.name}},\n\n{{parties.applicant}} claims {{data.application.amount}}. See {{link}}.',
        '{{recipient.name}},\n\n{{parties.applicant}} réclame {{data.application.amount}}. Voir {{link}}.',
      ),
    },
    'response-reminder': {
      to: ['respondent'],
      channels: ['portal', 'email'],
      template: 'deadline-reminder',
      subject: text('Respond by {{deadline.responseWindow}}', 'Répondez avant le {{deadline.responseWindow}}'),
      body: text('You were served on {{party.service.on}}.', 'Signifié le {{party.service.on}}.'),
    },
    'offer-moved': {
      to: ['applicant', 'respondent'],
      except: 'actor',
      channels: ['portal'],
      template: 'notice',
      privileged: true,
      subject: text('An offer', 'Une offre'),
      body: text('Look at the offer at {{link}}.', 'Voyez l’offre à {{link}}.'),
    },
    decision: {
      to: ['applicant', 'respondent'],
      channels: ['portal', 'email'],
      template: 'decision',
      attach: ['decision'],
      subject: text('The decision', 'La décision'),
      body: text('It orders {{event.amount}}.', 'Elle ordonne {{event.amount}}.'),
    },
  },
  documents: {
    'dispute-notice': {
      template: 'dispute-notice',
      title: text('Dispute notice', 'Avis de litige'),
      access: 'case',
      sections: [{ heading: text('The claim', 'La demande'), form: 'application' }],
    },
    decision: {
      template: 'decision',
      title: text('Decision', 'Décision'),
      access: 'case',
      sections: [
        { text: text('The claim was for {{data.application.amount}}.', 'Demande : {{data.application.amount}}.') },
      ],
    },
  },
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
  chart: {
    initial: 'intake',
    states: {
      intake: {
        meta: { stage: 'intake' },
        initial: 'draft',
        states: {
          draft: {
            on: { SUBMIT: 'review' },
            after: { draftWindow: { target: '#closed', actions: { type: 'outcome', outcome: 'withdrawn' } } },
          },
          review: {
            entry: {
              type: 'task',
              task: 'review',
              queue: 'registrar',
              title: text('Review the claim', 'Examiner la demande'),
            },
            on: {
              PAY: { actions: [] },
              ISSUE: {
                guard: 'withinLimit',
                target: '#live',
                actions: [
                  { type: 'generate', document: 'dispute-notice' },
                  { type: 'notify', notice: 'dispute-notice' },
                ],
              },
              REFUSE: {
                target: '#closed',
                actions: [
                  { type: 'refund', fee: 'application' },
                  { type: 'outcome', outcome: 'refused' },
                ],
              },
            },
          },
        },
      },
      live: {
        id: 'live',
        initial: 'response',
        on: { WITHDRAW: { target: 'closed', actions: { type: 'outcome', outcome: 'withdrawn' } } },
        states: {
          response: {
            meta: { stage: 'response' },
            on: {
              PARTY_CHANGED: [
                { guard: 'everyoneAnswered', target: 'talks' },
                { guard: { all: ['someoneDefaulted', { not: 'everyoneAnswered' }] }, target: 'adjudication' },
              ],
            },
          },
          talks: {
            meta: { stage: 'talks' },
            entry: { type: 'privilege', room: 'open' },
            exit: { type: 'privilege', room: 'close' },
            on: {
              MAKE_OFFER: { actions: { type: 'notify', notice: 'offer-moved' } },
              ACCEPT_OFFER: [
                { guard: 'offerAccepted', target: '#closed', actions: { type: 'outcome', outcome: 'settled' } },
                { actions: { type: 'notify', notice: 'offer-moved' } },
              ],
            },
            after: { talksWindow: 'adjudication' },
          },
          adjudication: {
            meta: { stage: 'decision' },
            entry: { type: 'assign', role: 'member' },
            on: {
              DECIDE: {
                target: '#closed',
                actions: [
                  { type: 'decide', decision: 'final', document: 'decision' },
                  { type: 'order', order: 'final', document: 'decision' },
                  { type: 'notify', notice: 'decision' },
                  { type: 'publish' },
                  { type: 'outcome', outcome: 'decision' },
                ],
              },
            },
          },
        },
      },
      closed: { id: 'closed', type: 'final', meta: { stage: 'closed', title: text('Closed', 'Terminé') } },
    },
  },
  partyCharts: {
    respondent: {
      initial: 'unserved',
      states: {
        unserved: {
          on: {
            RECORD_SERVICE: { target: 'served', actions: { type: 'set', path: 'party.servedOn', value: 'event.on' } },
            SERVED: { target: 'served', actions: { type: 'set', path: 'party.servedOn', value: 'event.on' } },
          },
          after: { serviceWindow: 'defaulted' },
        },
        served: {
          on: {
            FILE_RESPONSE: { target: 'answered', actions: { type: 'set', path: 'party.responded', value: 'true' } },
          },
          after: { responseWindow: 'defaulted' },
        },
        answered: { type: 'final' },
        defaulted: { type: 'final' },
      },
    },
  },
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
  explorer: {
    start: 'kind',
    questions: {
      kind: {
        title: text('What is it about?', 'De quoi s’agit-il?'),
        options: [
          { value: 'debt', label: text('A debt', 'Une dette'), next: 'amount', sets: 'application.kind' },
          { value: 'love', label: text('A divorce', 'Un divorce'), next: 'elsewhere' },
        ],
      },
      amount: {
        title: text('How much?', 'Combien?'),
        options: [
          { value: 'little', label: text('Up to $5,000', 'Jusqu’à 5 000 $'), next: 'here' },
          { value: 'much', label: text('More', 'Plus'), next: 'elsewhere' },
        ],
      },
    },
    outcomes: {
      here: {
        title: text('This is the place', 'C’est ici'),
        body: text('You can claim.', 'Vous pouvez réclamer.'),
        start: true,
      },
      elsewhere: {
        title: text('Another court', 'Un autre tribunal'),
        body: text('Go to the Provincial Court.', 'Allez à la Cour provinciale.'),
        letters: [{ title: text('A letter', 'Une lettre'), body: text('Please pay.', 'Veuillez payer.') }],
        links: [{ title: text('The court', 'La cour'), url: 'https://example.org/' }],
      },
    },
  },
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
