import { describe, expect, it } from 'vitest';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { aVisitor } from './a-visitor.ts';
import { aWeb, type Name, type TestWeb } from './a-web.ts';

const process = processFor({ ...depositDispute, opens: ['registrar', 'facilitator'] });

/** A tribunal whose registry and facilitators open the cases. */
function aTribunalThatOpens(): Promise<TestWeb> {
  return aWeb({ ports: { processOf: () => process, definitionOf: () => process.definition } });
}

async function opened(web: TestWeb, name: Name) {
  const parties = [
    { role: 'applicant', name: 'Ann', email: 'ann@example.org' },
    { role: 'respondent', name: 'Bob' },
  ];
  const answer = await web.as(name, 'POST', '/api/v1/cases', { json: { workflow: 'deposit', parties } });
  const { reason } = (await answer.json()) as { reason?: string };
  return reason ?? answer.status;
}

describe('a process whose cases the tribunal opens', () => {
  it('is opened by who holds one of the roles it names, and by nobody else', async () => {
    const web = await aTribunalThatOpens();
    const answers = ['rita', 'fay', 'remi', 'ada', 'mia', 'nora', 'stranger'] as const;
    expect(await Promise.all(answers.map((name) => opened(web, name)))).toEqual([
      201,
      201,
      201,
      'MayNotOpen',
      'MayNotOpen',
      'MayNotOpen',
      'NotSignedIn',
    ]);
  });

  it('takes a number for no case that is refused: none is missing from the register', async () => {
    const web = await aWeb();
    const parties = [{ role: 'applicant', name: 'Ann', email: 'ada@example.org' }];
    const open = async (...more: { role: string; name: string }[]) => {
      const json = { workflow: 'deposit', parties: [...parties, ...more] };
      const answer = await web.as('ada', 'POST', '/api/v1/cases', { json });
      return ((await answer.json()) as { reference?: string; reason?: string }) ?? {};
    };
    const number = (reference = '') => Number(reference.slice(-6));
    const first = await open({ role: 'respondent', name: 'Bob' });
    expect(await open()).toMatchObject({ reason: 'PartyMissing' });
    expect(await open({ role: 'bystander', name: 'Bob' })).toMatchObject({ reason: 'UnknownRole' });
    const second = await open({ role: 'respondent', name: 'Bob' });
    expect(number(second.reference)).toBe(number(first.reference) + 1);
  });

  it('says in the list who opens its cases', async () => {
    const list = async (web: TestWeb) => (await web.as('stranger', 'GET', '/api/v1/workflows')).json();
    expect(await list(await aTribunalThatOpens())).toMatchObject({ items: [{ opens: ['registrar', 'facilitator'] }] });
    expect(await list(await aWeb())).toMatchObject({ items: [{ id: 'deposit' }] });
    expect(JSON.stringify(await list(await aWeb()))).not.toContain('opens');
  });

  it('is offered on the first page to who may open one; to others there is no page for it', async () => {
    const web = await aTribunalThatOpens();
    const [ada, rita] = [aVisitor(web), aVisitor(web)];
    expect((await ada.get('/')).html).not.toContain('/start/deposit');
    await ada.signIn('ada@example.org');
    await rita.signIn('rita@example.org');
    expect((await ada.get('/')).html).not.toContain('/start/deposit');
    expect((await rita.get('/')).html).toContain('/start/deposit');
    expect([(await ada.get('/start/deposit')).status, (await rita.get('/start/deposit')).status]).toEqual([404, 200]);
  });
});

describe('a dispute of one’s own', () => {
  it('is opened by a member on the page as by anyone, and bears their own address', async () => {
    const web = await aWeb();
    const mia = aVisitor(web);
    const form = await mia.signIn('mia@example.org', '/start/deposit');
    expect(form.html).not.toContain('name="applicant.1.email"');
    const opened = await mia.send(form, { 'applicant.1.name': 'Mia', 'respondent.1.name': 'Lee' });
    const { parties } = web.tribunal.caseFile(opened.path.split('/').at(-1) ?? '');
    expect(parties[0]).toMatchObject({ name: 'Mia', email: 'mia@example.org', userId: 'mia' });
  });
});
