import { describe, expect, it } from 'vitest';
import { CASE } from '../app/a-dispute.ts';
import { aWeb, type Name } from './a-web.ts';

describe('the currency of amounts', () => {
  it('stands beside them in a case, in its offers and in its blind bidding', async () => {
    const web = await aWeb();
    const read = async (name: Name, part = '') => {
      const answer = await web.as(name, 'GET', `/api/v1/cases/${CASE}${part}`);
      return (await answer.json()) as { currency?: string; items?: { currency?: string }[] };
    };
    expect(await read('ada')).toMatchObject({ data: { application: { amount: 120_000 } }, currency: 'CAD' });
    const { items = [] } = await read('ada', '/offers');
    expect(items.map(({ currency }) => currency)).toEqual(['CAD', 'CAD', 'CAD']);
    expect(await read('ada', '/bidding')).toMatchObject({ status: 'none', currency: 'CAD' });
  });

  it('is left out of a list of cases, which has no amounts', async () => {
    const web = await aWeb();
    const { items } = (await (await web.as('ada', 'GET', '/api/v1/cases')).json()) as { items: object[] };
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('currency');
  });
});
