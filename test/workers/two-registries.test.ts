import { globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import { type Ended, runCli } from '../a-server.ts';
import type { Caller } from '../http/a-caller.ts';
import { submitClaim } from '../http/a-claim.ts';
import type { Person } from '../http/a-person.ts';
import { type TribunalOnline, tribunalOnline } from '../http/a-tribunal-online.ts';
import { aWorkerd, aWorkerdFolder } from './a-workerd.ts';
import { aRenderService } from './on-workerd.ts';

const OPERATOR_SECRET = 'an-operators-secret-'.repeat(2);

let online: TribunalOnline;
let folder: string;
let ann: Person;
let bob: Person;
let registrar: Person;
let inHome: CaseView;
let inEast: CaseView;

beforeAll(async () => {
  const renderer = await aRenderService();
  const place = aWorkerdFolder();
  folder = place.folder;
  online = await tribunalOnline(async (smtpUrl) => {
    const variables = { PARLEY_MODE: 'demo', LOG_LEVEL: 'error', SMTP_URL: smtpUrl, OPERATOR_SECRET };
    const workerd = await aWorkerd({ folder, variables: { ...variables, ...renderer.variables } });
    return {
      origin: workerd.origin,
      async stop() {
        await workerd.kill();
        await renderer.close();
        place.remove();
      },
    };
  });
  ann = await online.signIn('ann@people.example');
  bob = await online.signIn('bob@people.example');
  registrar = await online.signIn('registrar@demo.example');
  inHome = await submitClaim(ann, PARTIES);
  await operator('open-registry', 'east');
  inEast = await submitClaim(ann, PARTIES);
});
afterAll(() => online?.stop());

const PARTIES = {
  applicant: { name: 'Ann Ashby', email: 'ann@people.example' },
  respondents: [{ name: 'Bob Bright', email: 'bob@people.example' }],
};

describe('a tribunal with two registries, each in a Durable Object', () => {
  it('opens new cases in the registry that is open to them', async () => {
    expect(inHome.id).toMatch(/^home-[0-9a-z]{26}$/);
    expect(inEast.id).toMatch(/^east-[0-9a-z]{26}$/);
    expect(inEast).toMatchObject({ state: 'intake.review', reference: expect.stringMatching(/^SC-EAST-/) });
    const listed = await operator('registries');
    expect(listed.stdout).toMatch(/^home\tclosed\tfrom the beginning\neast\topen\t20/);
  });

  it('shows a party of both all their disputes, newest first, page by page', async () => {
    const whole = await walk(ann, 100);
    expect(whole).toEqual([inEast.id, inHome.id]);
    expect(await walk(ann, 1)).toEqual(whole);
    expect((await ann.get<{ cases: { id: string }[] }>('/me')).cases.map(({ id }) => id)).toEqual(whole);
    const page = await ann.call('GET', '/cases');
    for (const id of whole) expect(page.text).toContain(`/cases/${id}"`);
    expect(await walk(registrar, 100)).toEqual(whole);
  });

  it('opens the case of one registry in no other, and says the same of it as of none', async () => {
    const none = await ann.call('GET', `/api/v1/cases/home-${'0'.repeat(26)}`);
    expect(none.status).toBe(404);
    const strange = [
      inHome.id.replace('home-', 'east-'),
      inEast.id.replace('east-', 'home-'),
      inEast.id.replace('east-', 'west-'),
      inEast.id.replace('east-', ''),
    ];
    for (const id of strange)
      for (const part of ['', '/journal', '/actions']) {
        const answer = await ann.call('GET', `/api/v1/cases/${id}${part}`);
        expect([answer.status, answer.text], id + part).toEqual([404, none.text]);
      }
    for (const id of [inHome.id, inEast.id]) expect((await ann.case(id)).id).toBe(id);
  });

  it('makes no object for a registry that the tribunal does not have', async () => {
    expect(objects()).toHaveLength(2);
    await ann.call('GET', `/cases/north-${'0'.repeat(26)}`);
    expect((await operator('verify', { registry: 'south' })).code).toBe(1);
    expect(objects()).toHaveLength(2);
  });

  it('serves, mails and hears the people of each registry by its own alarm', async () => {
    await registrar.act(inEast.id, 'ISSUE_NOTICE');
    const [letter] = await online.letters(inEast.reference, 'dispute-notice', 1);
    expect(letter?.to).toEqual(['bob@people.example']);
    const today = await online.advance('PT1S');
    await bob.act(inEast.id, 'CONFIRM_RECEIPT', { receivedOn: today });
    const answered = await bob.act(inEast.id, 'FILE_RESPONSE', { position: 'disagree', reasons: 'It was a present.' });
    expect(answered.stage).toBe('negotiation');
  });

  it('says at the short address of a letter what it is for, whichever registry wrote it', async () => {
    const theirs = await submitClaim(ann, {
      ...PARTIES,
      respondents: [{ name: 'Una Unknown', email: 'una@people.example' }],
    });
    await registrar.act(theirs.id, 'ISSUE_NOTICE');
    const una = theirs.parties.find(({ role }) => role === 'respondent')?.id;
    const { code } = await registrar.post<{ code: string }>(`/cases/${theirs.id}/parties/${una}/invitation`);
    const page = await online.stranger.call('GET', `/n/${code}`, { headers: { 'accept-language': 'en' } });
    expect([code, page.status]).toEqual([expect.stringMatching(/^east-/), 200]);
    expect(page.text).toContain('This is for Una Unknown.');
    expect((await online.stranger.call('GET', '/n/east-0000-0000-0000-0000')).status).toBe(404);
    const body = new FormData();
    const letter = await registrar.call('POST', `/cases/${theirs.id}/parties/${una}/letter`, { body });
    expect([letter.status, letter.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  });

  it('lets time pass in all of them', async () => {
    await online.advance('P30D');
    const types = (await registrar.part<{ type: string }>(inEast.id, 'journal')).map(({ type }) => type);
    expect(types).toContain('EXPIRE');
  });

  it('ends a session everywhere at once', async () => {
    const leaving = await online.signIn('ann@people.example');
    expect((await leaving.call('GET', `/api/v1/cases/${inEast.id}`)).status).toBe(200);
    await leaving.call('DELETE', '/api/v1/auth/sessions/current');
    expect((await leaving.call('GET', `/api/v1/cases/${inEast.id}`)).status).toBe(401);
  });

  it('closes to new cases without moving any, and proves every journal', async () => {
    await operator('open-registry', 'home', { beside: true });
    await operator('close-registry', 'east');
    expect((await submitClaim(ann, PARTIES)).id).toMatch(/^home-/);
    expect((await operator('close-registry', 'home')).stderr).toMatch(/last that takes new cases/);
    expect((await ann.case(inEast.id)).stage).toBeDefined();
    for (const [registry, cases] of [
      ['home', 2],
      ['east', 2],
    ] as const) {
      const verified = await operator('verify', { registry });
      expect([verified.code, verified.stderr]).toEqual([
        0,
        expect.stringContaining(`verified ${cases} cases: 0 problems`),
      ]);
    }
  });
});

interface Asked {
  readonly registry?: string;
  readonly beside?: boolean;
}

function operator(...args: (string | Asked)[]): Promise<Ended> {
  const { registry, beside = false } = args.find((one) => typeof one === 'object') ?? {};
  const words = args.filter((one) => typeof one === 'string');
  const address = registry === undefined ? online.origin : `${online.origin}/${registry}`;
  return runCli(['remote', address, ...words, ...(beside ? ['--beside'] : [])], { OPERATOR_SECRET });
}

async function walk(person: Caller, limit: number): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await person.get<{ items: { id: string }[]; next: string | null }>(`/cases?limit=${limit}${cursor}`);
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) return seen;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/** Each object's database, as workerd keeps them. */
function objects(): string[] {
  return globSync(join(folder, '**/*RegistryObject/*.sqlite')).filter((file) => !file.endsWith('metadata.sqlite'));
}
