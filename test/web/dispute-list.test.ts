import { describe, expect, it } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import fr from '../../src/web/locales/fr.json' with { type: 'json' };
import { BOUNCED, CASE, STORY } from '../app/a-dispute.ts';
import { aVisitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

/** As far as the claim; as far as Ben was served; to the decision. */
const SUBMITTED = STORY.negotiation.slice(0, 2);
const SERVED = STORY.negotiation.slice(0, 6);

async function listOf(web: TestWeb, name: string, query = ''): Promise<string> {
  const visitor = aVisitor(web);
  await visitor.signIn(`${name}@example.org`);
  return (await visitor.get(`/cases${query}`)).text;
}

describe('the list of disputes, to the tribunal', () => {
  it('says what waits for who reads it, and by when', async () => {
    const web = await aWeb({ happenings: SUBMITTED });
    expect(await listOf(web, 'rita')).toMatch(/For you Review, by \w+day \d+ \w+ 2026/);
    for (const other of ['mia', 'fay']) expect(await listOf(web, other), other).not.toContain(en.cases.forYou);
  });

  it('says for whom a case waits, and until when: a date of the parties is nobody else’s turn', async () => {
    const web = await aWeb({ happenings: SERVED });
    for (const name of ['rita', 'mia', 'fay']) {
      const list = await listOf(web, name);
      expect(list, name).toMatch(/Waiting for Ben Okri until \w+day \d+ \w+ 2026/);
      expect(list, name).not.toContain(en.cases.mine);
      expect(list, name).not.toContain(en.cases.noDue);
    }
    expect(await listOf(web, 'rita', '?lang=fr')).toContain('En attente : Ben Okri, jusqu’au');
    expect(await listOf(web, 'ben')).toMatch(/Your turn Until \w+day \d+ \w+ 2026/);
    expect(await listOf(web, 'ben')).toContain(en.account.cases);
    expect(await listOf(web, 'rita')).not.toContain(en.account.cases);
    expect(await listOf(web, 'ada')).toContain(en.cases.noDue);
  });

  it('shows to whom a case was given their own, and to all of the tribunal what is overdue', async () => {
    const web = await aWeb({ happenings: STORY.assigned });
    expect(await listOf(web, 'mia', '?show=given')).toContain('DEP-2026-000001');
    expect(await listOf(web, 'max', '?show=given')).toContain(en.cases.noneSuch);
    expect(await listOf(web, 'rita', '?show=overdue')).toContain(en.cases.noneSuch);
    expect(await listOf(web, 'rita', '?show=nothing')).toContain('DEP-2026-000001');
    expect(await listOf(web, 'rita')).not.toContain(en.cases.given);
    expect(await listOf(web, 'ada', '?show=overdue')).toContain('DEP-2026-000001');
    expect(await listOf(web, 'mia', '?show=given&lang=fr')).toContain(fr.cases.given);
  });

  it('shows as overdue what should have been done by now', async () => {
    const web = await aWeb({ happenings: SUBMITTED });
    expect(await listOf(web, 'rita', '?show=overdue')).not.toContain('DEP-2026-000001');
    web.tribunal.clock.advance({ days: 10 });
    expect(await listOf(web, 'rita', '?show=overdue')).toContain('DEP-2026-000001');
    expect(await listOf(web, 'rita')).toMatch(/For you Overdue Review, by/);
  });

  it('leads to pages that say the same, and to who only looks on that they do', async () => {
    const web = await aWeb({ happenings: SUBMITTED });
    const page = async (name: string) => {
      const visitor = aVisitor(web);
      return (await visitor.signIn(`${name}@example.org`, `/cases/${CASE}`)).text;
    };
    expect(await page('rita')).toMatch(/Work for you Review, by \w+day \d+ \w+ 2026/);
    for (const other of ['mia', 'ada']) expect(await page(other), other).not.toContain(en.cases.work);
    expect(await page('mia')).toContain(en.theCase.looksOn);
    for (const other of ['rita', 'ada']) expect(await page(other), other).not.toContain(en.theCase.looksOn);
  });

  it('finds the cases in which something waits for who reads it, and no others', async () => {
    const submitted = await aWeb({ happenings: SUBMITTED });
    expect(await listOf(submitted, 'rita', '?show=work')).toContain('DEP-2026-000001');
    for (const other of ['mia', 'fay']) {
      expect(await listOf(submitted, other, '?show=work'), other).toContain(en.cases.noneSuch);
      expect(await listOf(submitted, other, '?lang=fr'), other).toContain(fr.cases.work);
    }
    expect(await listOf(submitted, 'ada', '?show=work')).not.toContain(en.cases.work);
  });

  it('tells who may come to decide nothing of work that the talks left', async () => {
    const web = await aWeb({ happenings: [...STORY.negotiation, BOUNCED] });
    expect(await listOf(web, 'rita')).toContain(en.cases.forYou);
    expect(await listOf(web, 'remi')).not.toContain(en.cases.forYou);
    expect(await listOf(web, 'rita', '?show=work')).toContain('DEP-2026-000001');
    expect(await listOf(web, 'remi', '?show=work')).toContain(en.cases.noneSuch);
  });
});
