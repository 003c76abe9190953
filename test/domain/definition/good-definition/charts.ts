import type { DefinitionInput } from '../../../../src/domain/definition/schema.ts';
import { text } from './text.ts';

/** The way of the case. */
export const CHART: DefinitionInput['chart'] = {
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
};

/** The way of each respondent in it. */
export const PARTY_CHARTS: DefinitionInput['partyCharts'] = {
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
};
