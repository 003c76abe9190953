import { describeRefusals } from '../refusals.ts';

const REVIEW = '/chart/states/intake/states/review';
const TEXT = { en: 'You', fr: 'Vous' };

describeRefusals('a definition that names what does not exist is refused', [
  {
    when: 'an event is for a role that is not there',
    code: 'unknown-role',
    at: '/events/SUBMIT/by/0',
    change: { '/events/SUBMIT/by/0': 'aplicant' },
    says: ['Did you mean “applicant”?'],
  },
  {
    when: 'an event moves parties of a role that is not there',
    code: 'unknown-role',
    at: '/events/RECORD_SERVICE/of/0',
    change: { '/events/RECORD_SERVICE/of/0': 'defendant' },
  },
  {
    when: 'an event adds a party in a role of the tribunal',
    code: 'unknown-role',
    at: '/events/SUBMIT/adds/role',
    change: { '/events/SUBMIT/adds': { role: 'member', name: 'actor.id' } },
    allows: { '/events/SUBMIT/adds': { role: 'respondent', name: 'actor.id', email: "'a@example.org'" } },
  },
  {
    when: 'a notice goes to a role that is not there',
    code: 'unknown-role',
    at: '/notices/decision/to/0',
    change: { '/notices/decision/to/0': 'claimant' },
  },
  {
    when: 'a deadline binds a role that is not there',
    code: 'unknown-role',
    at: '/deadlines/responseWindow/binds/0',
    change: { '/deadlines/responseWindow/binds': ['respondant'] },
    says: ['respondant', 'respondent'],
    allows: { '/deadlines/responseWindow/binds': ['respondent', 'applicant'] },
  },
  {
    when: 'a deadline is extended by a role that is not there',
    code: 'unknown-role',
    at: '/deadlines/responseWindow/extend/by/0',
    change: { '/deadlines/responseWindow/extend/by/0': 'clerk' },
  },
  {
    when: 'a role excludes one that is not there',
    code: 'unknown-role',
    at: '/roles/member/excludes/0',
    change: { '/roles/member/excludes/0': 'mediator' },
  },
  {
    when: 'a case is assigned to a role that is not there',
    code: 'unknown-role',
    at: '/chart/states/live/states/adjudication/entry/role',
    change: { '/chart/states/live/states/adjudication/entry/role': 'judge' },
  },
  {
    when: 'a task lies in the queue of a party',
    code: 'unknown-role',
    at: `${REVIEW}/entry/queue`,
    change: { [`${REVIEW}/entry/queue`]: 'applicant' },
  },
  {
    when: 'guidance is for a role that is not there',
    code: 'unknown-role',
    at: '/guidance/live/defendant',
    change: { '/guidance/live/defendant': { en: 'Wait.', fr: 'Attendez.' } },
    allows: { '/guidance/live/representative': { en: 'Wait.', fr: 'Attendez.' } },
  },
  {
    when: 'a guard asks for a role that is not there',
    code: 'unknown-role',
    at: '/guards/everyoneAnswered',
    change: { '/guards/everyoneAnswered': "parties.all(p, p.role != 'defendant' || p.responded)" },
  },
  {
    when: 'a text names the parties of a role that is not there',
    code: 'unknown-role',
    at: '/notices/dispute-notice/body/en',
    change: { '/notices/dispute-notice/body/en': '{{parties.claimant}}' },
  },
  {
    when: 'an event is told to a role that is not there',
    code: 'unknown-role',
    at: `${REVIEW}/on/PAY/actions/to`,
    change: { [`${REVIEW}/on/PAY/actions`]: { type: 'tell', to: 'defendant', event: 'HELLO' } },
  },
  {
    when: 'an invitation is for a role that is not there, or not of a party',
    code: 'unknown-role',
    at: '/invitations/registrar',
    change: { '/invitations': { registrar: { title: TEXT } } },
  },
]);
