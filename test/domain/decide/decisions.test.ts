import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/domain/decide/decide.ts';
import type { Action } from '../../../src/domain/definition/action-schema.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { processFor } from '../../a-process.ts';
import { answered, aPlay, caseOf, changed, decides, does, facts } from './a-play.ts';

const forMember = [
  ...answered,
  { as: 'facilitator', do: 'GO_TO_DECISION' },
  { as: 'registrar', do: 'ASSIGN', form: { role: 'member', user: 'mia' } },
];
const ruling = {
  reasons: 'First, the carpet.\n\n  Second, Bob Jones lied.  \n',
  terms: 'Pay $800.\nWithin 14 days.',
  amount: 80_000,
};

/** The deposit dispute, in which DECIDE does these things. */
function deciding(actions: Action[], more: Partial<DefinitionInput> = {}): DefinitionInput {
  return changed(({ chart }) => ({
    chart: {
      ...chart,
      states: {
        ...chart.states,
        adjudication: {
          meta: { stage: 'adjudication' },
          entry: [{ type: 'assign', role: 'member' }],
          on: { DECIDE: { target: '#closed', actions } },
        },
      },
    },
    ...more,
  }));
}

/** Ann Smith against Bob Jones and Carla Li, decided. */
function decided(definition?: DefinitionInput, form: Record<string, unknown> = ruling) {
  const play = aPlay(forMember, undefined, definition);
  const names: Record<string, string> = { 'applicant-1': 'Ann Smith', 'respondent-1': 'Bob Jones' };
  play.theCase = {
    ...caseOf(play),
    parties: caseOf(play).parties.map((party) => ({ ...party, name: names[party.id] ?? party.name })),
  };
  expect(does(play, 'member', 'DECIDE', form)).toBeUndefined();
  return play;
}

describe('a decision', () => {
  it('carries its reasons, a paragraph for each that was written, and who signed it', () => {
    const play = decided();
    expect(facts(play, 'DecisionIssued')).toMatchObject([
      { decision: 'final', reasons: ['First, the carpet.', 'Second, Bob Jones lied.'], decidedBy: 'mia' },
    ]);
    expect(caseOf(play)).toMatchObject({
      status: 'closed',
      outcome: 'decision',
      lastDecision: facts(play, 'DecisionIssued')[0]?.id,
      lastOrder: facts(play, 'OrderIssued')[0]?.id,
    });
  });

  it('is signed with a name, where the member has one', () => {
    const theCase = caseOf(aPlay(forMember));
    const actor = { kind: 'person', userId: 'mia', name: 'Mia Okonkwo', role: 'member' } as const;
    const stamp = { at: theCase.decidedAt, id: 'entry', engine: ENGINE_REVISION };
    const made = decide(processFor(), theCase, { kind: 'event', actor, type: 'DECIDE', data: ruling }, stamp);
    const papers = isRefusal(made) ? [] : made.facts.filter((fact) => fact.kind === 'DocumentIssued');
    expect(papers.map(({ content }) => content.signedBy)).toEqual(['Mia Okonkwo']);
  });

  it('and its order are one paper: reasons first, then what must be done', () => {
    const play = decided();
    const papers = facts(play, 'DocumentIssued');
    expect(papers).toHaveLength(1);
    expect(papers[0]?.content).toMatchObject({
      reasons: ['First, the carpet.', 'Second, Bob Jones lied.'],
      orders: ['Pay $800.', 'Within 14 days.'],
      amount: 80_000,
      signedBy: 'mia',
    });
    expect([facts(play, 'DecisionIssued')[0]?.document, facts(play, 'OrderIssued')[0]?.document]).toEqual([
      papers[0]?.id,
      papers[0]?.id,
    ]);
    expect(facts(play, 'NoticeSent').map(({ attach }) => attach)).toEqual([[papers[0]?.id], [papers[0]?.id]]);
  });

  it('stands in the register with people by their initials', () => {
    const play = decided();
    expect(facts(play, 'DecisionPublished')).toEqual([
      {
        kind: 'DecisionPublished',
        decision: facts(play, 'DecisionIssued')[0]?.id,
        title: 'A.S. v. B.J.',
        summary: 'First, the carpet.\n\nSecond, B.J. lied.',
      },
    ]);
  });

  it('that was not issued now is not published now', () => {
    expect(facts(decided(deciding([{ type: 'publish' }])), 'DecisionPublished')).toEqual([]);
  });
});

describe('an order', () => {
  it('is checked by its own code, and names its amount in the process’s currency', () => {
    const [order] = facts(decided(), 'OrderIssued');
    expect(order).toMatchObject({
      order: 'final',
      terms: ['Pay $800.', 'Within 14 days.'],
      amount: 80_000,
      currency: 'CAD',
    });
    expect(order?.code).toBe(order?.id);
  });

  it('takes its terms and amount from where the process says', () => {
    const play = decided(
      deciding([
        {
          type: 'order',
          order: 'consent',
          document: 'decision',
          terms: 'data.application.what',
          amount: 'data.application.amount',
        },
      ]),
    );
    expect(facts(play, 'OrderIssued')).toMatchObject([
      { order: 'consent', terms: ['He kept my deposit.'], amount: 120_000 },
    ]);
  });

  it('without an amount has none, rather than a made-up one', () => {
    const { amount: _, ...noAmount } = ruling;
    for (const play of [
      decided(undefined, noAmount),
      decided(
        deciding([
          {
            type: 'order',
            order: 'final',
            document: 'decision',
            terms: 'data.nothing.at',
            amount: 'data.application.amount / -1',
          },
        ]),
      ),
    ]) {
      expect(facts(play, 'OrderIssued')[0]).not.toHaveProperty('amount');
      expect(facts(play, 'DocumentIssued')[0]?.content).not.toHaveProperty('amount');
    }
  });

  it('on a paper of its own leaves the decision’s alone', () => {
    const order = { template: 'order', access: 'case' as const };
    const definition = deciding(
      [
        { type: 'decide', decision: 'final', document: 'decision' },
        { type: 'order', order: 'final', document: 'order' },
      ],
      { documents: { ...changed(() => ({})).documents, order } },
    );
    const papers = facts(decided(definition), 'DocumentIssued');
    expect(papers.map(({ document, content }) => [document, content.reasons?.length, content.orders?.length])).toEqual([
      ['decision', 2, undefined],
      ['order', undefined, 2],
    ]);
  });

  it('that follows from a date is signed by nobody', () => {
    const definition = changed(({ chart }) => ({
      chart: {
        ...chart,
        states: {
          ...chart.states,
          intake: {
            meta: { stage: 'intake' },
            after: {
              submitWindow: {
                target: '#closed',
                actions: [
                  { type: 'order', order: 'default', document: 'decision', terms: "'Nothing is owed.'" },
                  { type: 'decide', decision: 'default', document: 'decision' },
                  { type: 'publish' },
                ],
              },
            },
          },
        },
      },
    }));
    const play = aPlay([{ advance: 'P31D' }], undefined, definition);
    expect(facts(play, 'OrderIssued')).toMatchObject([{ terms: ['Nothing is owed.'] }]);
    expect(facts(play, 'DecisionIssued')[0]).not.toHaveProperty('decidedBy');
    expect(facts(play, 'DocumentIssued')).toHaveLength(1);
  });
});

describe('an outcome', () => {
  it('is taken back when the process says so', () => {
    const definition = changed(({ events, chart }) => ({
      events: { ...events, CANCEL: { by: ['registrar'] } },
      chart: {
        ...chart,
        states: {
          ...chart.states,
          adjudication: {
            ...chart.states?.adjudication,
            on: {
              DECIDE: { actions: [{ type: 'outcome', outcome: 'decision' }] },
              CANCEL: { actions: [{ type: 'outcome', outcome: 'none' }] },
            },
          },
        },
      },
    }));
    const play = aPlay([...forMember, { as: 'member', do: 'DECIDE', form: ruling }], undefined, definition);
    expect(caseOf(play).outcome).toBe('decision');
    does(play, 'registrar', 'CANCEL');
    expect(caseOf(play)).toMatchObject({ outcome: null, status: 'open' });
  });

  it('is told with the end of the case', () => {
    expect(facts(decided(), 'CaseClosed')).toEqual([{ kind: 'CaseClosed', outcome: 'decision' }]);
    const play = aPlay(answered);
    decides(play, {
      kind: 'event',
      actor: { kind: 'person', userId: 'a', role: 'applicant', party: 'applicant-1' },
      type: 'WITHDRAW',
    });
    expect(facts(play, 'CaseClosed')).toEqual([{ kind: 'CaseClosed', outcome: 'withdrawn' }]);
  });
});
