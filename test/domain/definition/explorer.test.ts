import { describeRefusals } from './refusals.ts';

const text = (words: string) => ({ en: words, fr: words });

describeRefusals('an explorer that leads nowhere is refused', [
  {
    when: 'it starts with a question that is not there',
    code: 'unknown-question',
    at: '/explorer/start',
    change: { '/explorer/start': 'kinds' },
    says: ['kind'],
  },
  {
    when: 'an answer leads to what is not there',
    code: 'unknown-question',
    at: '/explorer/questions/amount/options/0/next',
    change: { '/explorer/questions/amount/options/0/next': 'there' },
    says: ['here'],
  },
  {
    when: 'no answers lead to a question',
    code: 'unreachable-question',
    at: '/explorer/questions/amount',
    change: { '/explorer/questions/kind/options/0/next': 'here' },
  },
  {
    when: 'no answers lead to an outcome',
    code: 'unreachable-question',
    at: '/explorer/outcomes/here',
    change: { '/explorer/questions/amount/options/0/next': 'elsewhere' },
  },
  {
    when: 'answers lead round and round',
    code: 'explorer-cycle',
    at: '/explorer/questions/kind',
    change: { '/explorer/questions/amount/options/1/next': 'kind' },
  },
  {
    when: 'a question and an outcome have the same name',
    code: 'duplicate-id',
    at: '/explorer/outcomes/kind',
    change: { '/explorer/outcomes/kind': { title: text('T'), body: text('B') } },
  },
  {
    when: 'an answer fills in a field that is not there',
    code: 'unknown-field',
    at: '/explorer/questions/kind/options/0/sets',
    change: { '/explorer/questions/kind/options/0/sets': 'application.sort' },
    allows: { '/explorer/questions/kind/options/0/sets': 'data.application.kind=debt' },
  },
  {
    when: 'an answer fills in a form that is not there',
    code: 'unknown-field',
    at: '/explorer/questions/kind/options/0/sets',
    change: { '/explorer/questions/kind/options/0/sets': 'kind' },
  },
  {
    when: 'an answer fills in an option that its field does not have',
    code: 'unknown-option',
    at: '/explorer/questions/kind/options/0/sets',
    change: { '/explorer/questions/kind/options/0/sets': 'application.kind=dept' },
    says: ['debt'],
  },
  {
    when: 'an answer fills in what its field does not take',
    code: 'wrong-type',
    at: '/explorer/questions/kind/options/0/sets',
    change: { '/explorer/questions/kind/options/0/sets': 'application.amount=much' },
    allows: { '/explorer/questions/kind/options/0/sets': 'application.amount=100000' },
  },
]);
