import { describe, expect, it } from 'vitest';
import type { ChartNode } from '../../src/domain/definition/chart-schema.ts';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { depositDispute } from '../a-deposit-dispute.ts';
import { CASE, STORY } from '../app/a-dispute.ts';
import { aVisitor, type Visitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const both = (en: string, fr: string) => ({ en, fr });
const chart = depositDispute.chart as ChartNode;
const intake = chart.states?.intake;
const HERE = `/cases/${CASE}`;
const CHECK = `${HERE}/act/SUBMIT/check`;
const LATER = `${HERE}/act/SUBMIT_LATER/check`;

/** Ada's process, in which a claim is sent with its fee, or without: then it is paid within 14 days, or let off. */
const payableLater: DefinitionInput = {
  ...depositDispute,
  forms: {
    ...depositDispute.forms,
    application: {
      title: both('Your claim', 'Votre demande'),
      pages: [
        {
          id: 'who',
          fields: [{ id: 'isPerson', type: 'yesno', required: true, label: both('A person?', 'Une personne?') }],
        },
        { id: 'amount', fields: [{ id: 'amount', type: 'money', required: true, label: both('Amount', 'Somme') }] },
      ],
    },
    waiver: {
      title: both('Waiver', 'Dispense'),
      pages: [
        { id: 'why', fields: [{ id: 'why', type: 'longtext', required: true, label: both('Why?', 'Pourquoi?') }] },
      ],
    },
  },
  events: {
    ...depositDispute.events,
    SUBMIT: {
      title: both('Pay and send', 'Payer et envoyer'),
      by: ['applicant'],
      form: 'application',
      fee: 'application',
      pays: 'application',
    },
    SUBMIT_LATER: {
      title: both('Send, pay later', 'Envoyer, payer plus tard'),
      by: ['applicant'],
      form: 'application',
      fee: 'application',
    },
    PAY: { title: both('Pay the fee', 'Payer les frais'), by: ['applicant', 'registrar'], pays: 'application' },
    ASK_WAIVER: {
      title: both('Ask to be let off', 'Demander une dispense'),
      by: ['applicant'],
      form: 'waiver',
      when: 'data.application.isPerson',
      otherwise: both('Only a person can ask for this.', 'Seule une personne peut le demander.'),
    },
  },
  deadlines: {
    ...depositDispute.deadlines,
    payWindow: {
      count: 14,
      unit: 'days',
      binds: ['applicant'],
      why: both('You have {count} days to pay.', 'Vous avez {count} jours pour payer.'),
    },
  },
  fees: {
    application: { ...depositDispute.fees?.application, title: both('Filing fee', 'Frais de dépôt') } as never,
  },
  chart: {
    ...chart,
    states: {
      ...chart.states,
      intake: {
        ...intake,
        states: {
          ...intake?.states,
          draft: { ...intake?.states?.draft, on: { ...intake?.states?.draft?.on, SUBMIT_LATER: 'payment' } },
          payment: {
            on: { PAY: 'review', ASK_WAIVER: { actions: [{ type: 'waive', fee: 'application' }] } },
            after: { payWindow: { target: '#closed', actions: [{ type: 'outcome', outcome: 'dismissed' }] } },
          },
        },
      },
    },
  },
} as DefinitionInput;

async function anApplicant(): Promise<{ readonly web: TestWeb; readonly ada: Visitor }> {
  const web = await aWeb({ happenings: STORY.negotiation.slice(0, 1), process: payableLater });
  const ada = aVisitor(web);
  await ada.signIn('ada@example.org');
  return { web, ada };
}

async function answered({ ada }: { readonly ada: Visitor }, isPerson: string, amount: string) {
  await ada.send(await ada.get(`${HERE}/act/SUBMIT/questions/who`), { isPerson });
  return ada.send(await ada.get(`${HERE}/act/SUBMIT/questions/amount`), { amount });
}

describe('who looks at all answers of a claim that costs something', () => {
  it('reads what it comes to by these answers, and no “if”', async () => {
    const world = await anApplicant();
    expect((await answered(world, 'yes', '1200')).text).toContain('Filing fee: $75.00.');
    const dear = await answered(world, 'yes', '3000.01');
    expect(dear.text).toContain('Filing fee: $125.00.');
    expect(dear.text).not.toContain('It costs');
  });

  it('reads each band as long as the answers do not settle it', async () => {
    const { ada } = await anApplicant();
    const check = await ada.get(CHECK);
    expect(check.text).toContain('It costs $125.00 if “Amount” is more than $3,000.00.');
    expect(check.text).toContain(en.ways.unpaidText);
  });

  it('reads before sending what else they can do: by when to pay then, what to ask for, and what that takes', async () => {
    const world = await anApplicant();
    const { text } = await answered(world, 'yes', '1200');
    expect(text).toContain(en.ways.unpaid);
    expect(text).toMatch(/Pay the fee Until \w+day \d+ \w+ 2026/);
    expect(text).toMatch(/Ask to be let off Until .* We then ask you: “Why\?”/);
    expect(text).toContain('You have 14 days to pay.');
    expect(world.web.tribunal.caseFile(CASE)).toMatchObject({ version: 1, fees: {} });
  });

  it('reads what they cannot ask for, and why', async () => {
    const { text } = await answered(await anApplicant(), 'no', '1200');
    expect(text).toContain('Ask to be let off Only a person can ask for this.');
  });

  it('sends the same answers without paying, once, and is told there what to pay', async () => {
    const world = await anApplicant();
    const check = await answered(world, 'yes', '1200');
    const sent = await world.ada.press(check, LATER);
    expect(sent.text).toContain('Sent: Send, pay later');
    expect((await world.ada.press(check, LATER)).path).toBe(`${sent.path}?again`);
    // Nor is it sent a second time by the other button, from another tab.
    expect((await world.ada.press(check, CHECK)).text).not.toContain('Sent: Pay and send');
    expect(world.web.tribunal.caseFile(CASE)).toMatchObject({
      version: 2,
      data: { application: { amount: 120_000 } },
      fees: { application: { charged: 7_500, paid: 0 } },
    });
    expect((await world.ada.get(`${HERE}/act/PAY`)).text).toContain('Filing fee: $75.00.');
    const actions = await world.web.as('ada', 'GET', `/api/v1/cases/${CASE}/actions`);
    expect(await actions.json()).toContainEqual(
      expect.objectContaining({ event: 'PAY', owed: { name: 'application', amount: 7_500, currency: 'CAD' } }),
    );
  });

  it('is offered the way with the fee where they chose the one without', async () => {
    const world = await anApplicant();
    await answered(world, 'yes', '1200');
    const later = await world.ada.get(LATER);
    expect(later.text).toContain('Filing fee: $75.00.');
    expect(later.text).toContain(en.ways.other);
    expect(later.html).toContain(`action="${CHECK}"`);
  });

  it('reads it all in French', async () => {
    const world = await anApplicant();
    await answered(world, 'yes', '1200');
    const { text } = await world.ada.get(`${CHECK}?lang=fr`);
    expect(text).toContain('Frais de dépôt : 75,00 $.');
    expect(text).toContain(fr.ways.unpaid);
    expect(text).toContain('« Pourquoi? »');
  });

  it('is alone with it: to nobody else there is such a page', async () => {
    const world = await anApplicant();
    await answered(world, 'yes', '1200');
    for (const name of ['ben', 'rita', 'eve']) {
      const other = aVisitor(world.web);
      await other.signIn(`${name}@example.org`);
      expect((await other.get(CHECK)).text, name).not.toContain('$75.00');
    }
  });
});
