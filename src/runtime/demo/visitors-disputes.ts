import type { Dispute, Person } from './story.ts';

const amira: Person = {
  name: 'Amira Haddad',
  email: 'applicant@demo.example',
  phone: '+1 604 555 0134',
  address: '1180 Commercial Drive, Vancouver BC',
};
const tom: Person = {
  name: 'Tom Whitfield',
  email: 'respondent@demo.example',
  phone: '+1 604 555 0177',
  address: '42 Quayside Drive, New Westminster BC',
};

/** What the two people fall out over whom visitors can be. All of it is made up. */
export const VISITORS_DISPUTES = {
  fence: {
    applicant: amira,
    respondents: [tom],
    claimType: 'services',
    amount: 324_000,
    happenedBefore: 40,
    whatHappened:
      'Mr. Whitfield agreed to build a cedar fence along my back yard for $3,240. I paid in full when the posts were in. He has not come back since, and the panels were never delivered.',
    remedy: 'Pay back the $3,240, or finish the fence within a month.',
    answer:
      'The lumber yard delivered the wrong panels twice. I offered to finish in spring. The posts and the concrete alone cost me $1,150.',
    talk: [
      'I would rather have a fence than a fight. When could you really finish?',
      'Not before March. I can show you the order for the panels.',
      'That is too late for the dog. Could you pay back part of it instead?',
    ],
    offer: {
      amount: 210_000,
      terms: 'Tom pays $2,100 within 30 days. Amira keeps the posts. Neither claims anything more about the fence.',
    },
    decision: {
      reasons:
        'The parties agreed on a price and on what was to be built. That is not disputed.\nThe respondent built the posts and nothing else. Delays of a supplier are a risk of the builder.\nThe posts have a value for the applicant, which I set at $900 from the receipts.',
      terms: 'Tom Whitfield must pay Amira Haddad $2,340 within 30 days.',
      amount: 234_000,
    },
  },
  deposit: {
    applicant: amira,
    respondents: [tom],
    claimType: 'goods',
    amount: 85_000,
    happenedBefore: 25,
    whatHappened:
      'I bought a used cargo bicycle from Mr. Whitfield for $850. He said that the motor had been serviced. It stopped on the second day, and the shop says that the battery is six years old and dead.',
    remedy: 'Take the bicycle back and return $850.',
    answer: 'The bicycle ran when she tried it for an hour. I said that I had the brakes serviced, not the motor.',
    talk: [
      'The shop wants $600 for a new battery. Would you pay for that?',
      'I could pay half. It was a used bicycle.',
    ],
    offer: { amount: 30_000, terms: 'Tom pays $300 towards a new battery within 14 days. Amira keeps the bicycle.' },
    decision: {
      reasons: 'The advertisement speaks of a serviced motor.',
      terms: 'Tom Whitfield must pay Amira Haddad $600.',
      amount: 60_000,
    },
  },
  kitchen: {
    applicant: amira,
    respondents: [
      {
        name: 'Harbour Kitchens Ltd.',
        email: 'office@harbourkitchens.example',
        address: '210 Industrial Avenue, Vancouver BC',
      },
    ],
    claimType: 'services',
    amount: 468_000,
    happenedBefore: 60,
    whatHappened:
      'Three of the twelve cabinet fronts have the wrong colour and one does not close. The company has promised four times to replace them, and no one has come.',
    remedy: 'Pay $4,680, which is what another joiner asks for the repair.',
    answer: 'The colour is within the tolerance of the manufacturer. The hinge was adjusted on our visit in August.',
    talk: ['Here is the other joiner’s quote again.', 'We can send our fitter on the 14th.'],
    offer: { amount: 200_000, terms: 'Harbour Kitchens replaces the three fronts and pays $500 for the delay.' },
    decision: {
      reasons:
        'The applicant’s photographs show a difference that anyone can see. The contract names one colour.\nThe respondent had four chances to mend it. A customer does not have to wait for a fifth.\nThe quote is in line with two others before me.',
      terms: 'Harbour Kitchens Ltd. must pay Amira Haddad $4,680 within 30 days.',
      amount: 468_000,
    },
  },
  mover: {
    applicant: amira,
    respondents: [{ name: 'Evergreen Movers Inc.', email: 'claims@evergreenmovers.example' }],
    claimType: 'property',
    amount: 137_500,
    happenedBefore: 33,
    whatHappened: 'The movers dropped my grandmother’s dresser on the stairs. The mirror is broken and a leg is split.',
    remedy: 'Pay $1,375 for the restorer.',
    answer: 'The customer signed that everything arrived in good order.',
    talk: ['I signed at nine at night, with the dresser still wrapped.', 'Our insurer is looking into it.'],
    offer: { amount: 70_000, terms: 'Evergreen Movers pays $700 at once.' },
    decision: {
      reasons:
        'The damage is shown by photographs taken the next morning.\nThe respondent was served and has not answered. I find that the dresser was in its care.',
      terms: 'Evergreen Movers Inc. must pay Amira Haddad $1,375.',
      amount: 137_500,
    },
  },
  loan: {
    applicant: amira,
    respondents: [
      { name: 'Gregor Novak', email: 'gregor.novak@mail.example', address: '77 Columbia Street, Kamloops BC' },
    ],
    claimType: 'debt',
    amount: 200_000,
    happenedBefore: 200,
    whatHappened: 'I lent Mr. Novak $2,000 for a course. He was to pay it back by the summer, and has paid nothing.',
    remedy: 'Pay back $2,000.',
    answer: 'It was a present.',
    talk: ['We wrote down that it was a loan.', 'I do not have it now.'],
    offer: { amount: 150_000, terms: '$1,500 in five payments of $300.' },
    decision: {
      reasons: 'There is a signed note.',
      terms: 'Gregor Novak must pay Amira Haddad $2,000.',
      amount: 200_000,
    },
  },
  wedding: {
    applicant: { name: 'Jasleen Dhillon', phone: '+1 604 555 0102' },
    respondents: [tom],
    claimType: 'services',
    amount: 180_000,
    happenedBefore: 50,
    whatHappened:
      'Mr. Whitfield rented us a tent, lights and a floor for our wedding. He came four hours late and without the floor. Guests stood on wet grass.',
    remedy: 'Return $1,800 of the $3,400 that we paid.',
    answer: 'The bridge was closed that day, which nobody could have known. I took $400 off the bill on the spot.',
    talk: ['It was our only wedding.', 'I am sorry for that, truly. I lost the day too.'],
    offer: {
      amount: 90_000,
      terms: 'Tom pays $900 within 21 days, and the parties write nothing more about each other.',
    },
    decision: {
      reasons: 'The floor was in the contract.',
      terms: 'Tom Whitfield must pay Jasleen Dhillon $1,100.',
      amount: 110_000,
    },
  },
  roof: {
    applicant: { name: 'Walter Friesen', address: '9 Orchard Lane, Abbotsford BC' },
    respondents: [tom],
    claimType: 'services',
    amount: 415_000,
    happenedBefore: 75,
    whatHappened:
      'The shed roof that Mr. Whitfield repaired leaks worse than before. Two bicycles and a freezer are ruined.',
    remedy: 'Pay $4,150 for a new roof and what was lost.',
    answer: 'I was asked to patch it for $300 and said that it needed a new roof. It is in my text message.',
    talk: ['You said that it would hold for years.', 'I said the patch would hold. Please read the message.'],
    offer: { amount: 60_000, terms: 'Tom pays $600. Walter has the roof replaced by someone else.' },
    decision: {
      reasons:
        'The respondent’s message of the day before says that a patch would not last. The applicant read it and chose the patch.\nThe patch itself was done badly: nails go through the membrane. That made the leak worse.\nI allow the price of the patch and the freezer, but not the roof.',
      terms: 'Tom Whitfield must pay Walter Friesen $950 within 30 days.',
      amount: 95_000,
    },
  },
} as const satisfies Record<string, Dispute>;
