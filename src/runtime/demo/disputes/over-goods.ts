import type { Dispute } from '../story.ts';

/** What people fall out over who bought, sold or lent something. All of it is made up. */
export const OVER_GOODS = {
  piano: {
    applicant: { name: 'Mei-Ling Chow' },
    respondents: [{ name: 'Kyle Andersson', email: 'kyle.andersson@mail.example' }],
    claimType: 'goods',
    amount: 250_000,
    happenedBefore: 20,
    whatHappened:
      'The piano was sold as tuned and complete. Eleven keys do not play, and the tuner refuses to touch it.',
    remedy: 'Take it back and return $2,500.',
    answer: 'She tried it for half an hour and was happy.',
    talk: ['Did you know about the keys?', 'Nobody had played it in a while.'],
    offer: { amount: 100_000, terms: 'Kyle pays $1,000, Mei-Ling keeps the piano.' },
    decision: { reasons: 'The advertisement says "tuned".', terms: 'Kyle Andersson must pay $1,400.', amount: 140_000 },
  },
  laptop: {
    applicant: { name: 'Hiroshi Watanabe' },
    respondents: [{ name: 'QuickFix Electronics', email: 'store@quickfix.example' }],
    claimType: 'goods',
    amount: 119_900,
    happenedBefore: 28,
    whatHappened:
      'I left my computer for a new screen. It came back with a new screen and without anything that was on it.',
    remedy: 'Pay $1,199 for a new one.',
    answer: 'Our form says that customers save their data themselves.',
    talk: ['You did not have to touch the disk.', 'The technician had to.'],
    offer: { amount: 40_000, terms: 'QuickFix pays $400.' },
    decision: { reasons: 'A screen is replaced without the disk.', terms: 'QuickFix must pay $500.', amount: 50_000 },
  },
  vaisselle: {
    applicant: { name: 'Aline Desrosiers', language: 'fr' },
    respondents: [{ name: 'Meubles du Fraser ltée', email: 'info@meublesfraser.example', language: 'fr' }],
    language: 'fr',
    claimType: 'goods',
    amount: 71_500,
    happenedBefore: 22,
    whatHappened: 'Le lave-vaisselle livré n’est pas celui que j’ai payé : il manque le séchage et il est plus petit.',
    remedy: 'Livrer le bon modèle ou rendre 715 $.',
    answer: 'Le modèle a été remplacé par le fabricant.',
    talk: ['Alors il fallait me le dire.', 'Nous vous proposons un rabais.'],
    offer: { amount: 20_000, terms: 'Un rabais de 200 $.' },
    decision: {
      reasons: 'Le modèle livré est un autre.',
      terms: 'Meubles du Fraser ltée doit payer 715 $.',
      amount: 71_500,
    },
  },
  camera: {
    applicant: { name: 'Sofia Marchetti' },
    respondents: [{ name: 'Devon Clarke', email: 'devon.clarke@mail.example' }],
    claimType: 'goods',
    amount: 145_000,
    happenedBefore: 36,
    whatHappened: 'I lent Mr. Clarke my camera for a weekend. He says that it was stolen from his car.',
    remedy: 'Pay $1,450, what it costs used.',
    answer: 'I locked the car. It is not my fault that somebody broke the window.',
    talk: ['It lay on the seat.', 'Under a jacket.'],
    offer: { amount: 80_000, terms: 'Devon pays $800 in four payments.' },
    decision: {
      reasons:
        'Who borrows a thing must look after it as a careful owner would.\nA camera on a car seat in that street at night is not looked after. The respondent was served and did not answer.',
      terms: 'Devon Clarke must pay Sofia Marchetti $1,450.',
      amount: 145_000,
    },
  },
} as const satisfies Record<string, Dispute>;
