import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { both } from './both.ts';

/** The way of the case. */
export const CHART: DefinitionInput['chart'] = {
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
};

/** The way of each respondent in it. */
export const PARTY_CHARTS: DefinitionInput['partyCharts'] = {
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
};
