import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { CASE, STORY } from '../app/a-dispute.ts';
import { aStep } from '../store/a-decision.ts';
import { aVisitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const PDF = new TextEncoder().encode('%PDF-1.7 the order');

/** Ada's dispute is decided, and the paper made. */
async function ordered() {
  const web = await aWeb({ happenings: STORY.decided });
  const order = web.tribunal.registry.read((reads) => reads.part('orders', CASE, [], { limit: 1 }).items[0])!;
  const sha256 = createHash('sha256').update(PDF).digest('hex');
  await web.tribunal.registry.commit((tx) => tx.recordBlob(order.document, { sha256, size: PDF.length }));
  return { web, order, sha256 };
}

const cancel = ({ tribunal }: TestWeb, order: string) =>
  tribunal.registry.commit((tx) =>
    tx.save(
      aStep(tx.caseFile(CASE)!, [{ kind: 'OrderMoved', order, standing: 'cancelled' }], { at: tribunal.clock.now() }),
    ),
  );

describe('whoever holds the code of an order', () => {
  it('hears that it is ours and stands, with initials and no name', async () => {
    const { web, order, sha256 } = await ordered();
    const bailiff = aVisitor(web);
    const page = await bailiff.get(`/verify?code=${order.code.replaceAll('-', '+').toLowerCase()}`);
    expect([page.status, page.path]).toEqual([200, expect.stringContaining('/verify/')]);
    for (const said of [
      en.verify.standing['in-force'],
      '$1,200.00',
      'DEP-2026-000001',
      sha256,
      'applicant A.B.',
      'respondent B.O.',
    ])
      expect(page.text).toContain(said);
    for (const { name } of web.tribunal.caseFile(CASE).parties) expect(page.html).not.toContain(name);
    const api = await web.as('stranger', 'GET', `/api/v1/verifications/${order.code}`);
    expect(await api.json()).toMatchObject({
      code: order.code,
      standing: 'in-force',
      standingAt: null,
      amount: 120_000,
      sha256,
    });
    expect(api.headers.get('x-robots-tag')).toContain('noindex');
  });

  it('hears that it was cancelled: on the page, in French, by the API, in the register and in the case', async () => {
    const { web, order } = await ordered();
    await cancel(web, order.id);
    const reader = aVisitor(web, 'fr');
    const page = await reader.get(`/verify/${order.code}?lang=fr`);
    expect(page.text).toContain(fr.verify.standing.cancelled.split('{on}')[0]);
    const api = await web.as('stranger', 'GET', `/api/v1/verifications/${order.code}`);
    expect(await api.json()).toMatchObject({ standing: 'cancelled', standingAt: expect.any(String) });
    expect((await reader.get('/register?lang=en')).text).toContain('Cancelled on');
    const published = await reader.get(/href="(\/register\/[^"]+)"/.exec(page.html)?.[1] ?? '');
    expect(published.text).toContain('Cancelled on');
    const orders = await web.as('ada', 'GET', `/api/v1/cases/${CASE}/orders`);
    expect(await orders.json()).toMatchObject({ items: [{ code: order.code, standing: 'cancelled' }] });
  });

  it('can hold a file and a name against it', async () => {
    const { web, order } = await ordered();
    const compared = async (file: Uint8Array<ArrayBuffer> | undefined, name: string) => {
      const body = new FormData();
      if (file) body.set('file', new File([file], 'order.pdf'));
      body.set('name', name);
      const answer = await web.as('stranger', 'POST', `/verify/${order.code}`, { body });
      return [answer.status, (await answer.text()).replaceAll('&#39;', '’')] as const;
    };
    const [ben] = web.tribunal.caseFile(CASE).parties.filter(({ role }) => role === 'respondent');
    expect(await compared(PDF, ` ${ben?.name.toUpperCase()} `)).toEqual([
      200,
      expect.stringContaining(en.verify.sameFile),
    ]);
    expect((await compared(undefined, ben?.name ?? ''))[1]).toContain(en.verify.named);
    const [, wrong] = await compared(PDF.with(5, 7), '"><script>alert(1)</script>');
    expect(wrong).toContain(en.verify.otherFile);
    expect(wrong).toContain(en.verify.notNamed);
    expect(wrong).not.toContain('<script>alert');
    expect(await compared(undefined, '')).toEqual([422, expect.stringContaining(en.verify.nothing)]);
  });
});

describe('whoever holds no code', () => {
  it('hears the same of every one that is wrong, and may look at letters and digits again', async () => {
    const { web, order } = await ordered();
    const visitor = aVisitor(web);
    const swapped = order.code.slice(0, -1) + (order.code.endsWith('7') ? '8' : '7');
    const typed = [
      '0000-0000-0000-0000',
      swapped,
      `EAST-${order.code}`,
      order.id,
      "' OR 1=1 --",
      '%00',
      '😀'.repeat(20),
      'x'.repeat(5_000),
    ];
    const answers = await Promise.all(
      typed.map(async (code) => {
        const { status, text } = await visitor.get(`/verify/${code === '%00' ? code : encodeURIComponent(code)}`);
        return [status, text];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
    expect(answers[0]).toEqual([404, expect.stringContaining(en.verify.unknown)]);
    for (const code of ['0000-0000-0000-0000', order.id])
      expect((await web.as('stranger', 'GET', `/api/v1/verifications/${code}`)).status).toBe(404);
    expect((await visitor.get('/verify?code=')).text).toContain(en.verify.empty);
  });

  it('cannot try many', async () => {
    const few = { burst: 3, perSecond: 0.01 };
    const plenty = { burst: 10_000, perSecond: 10_000 };
    const web = await aWeb({
      rateLimits: { user: plenty, address: plenty, signIn: few, rehearsal: plenty, upload: plenty },
    });
    const tries = await Promise.all(
      [0, 1, 2, 3].map((n) => web.as('stranger', 'GET', `/api/v1/verifications/000${n}`)),
    );
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 429]);
  });
});
