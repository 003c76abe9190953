import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseView } from '../../src/app/case-view.ts';
import { EXPIRY_GRACE_MS } from '../../src/domain/time/expires-at.ts';
import { partyNamed, respond, submitClaim } from '../http/a-claim.ts';
import type { Person } from '../http/a-person.ts';
import { headerOf, type TribunalOnline, tribunalOnline } from '../http/a-tribunal-online.ts';
import { aWorkerd, aWorkerdFolder, type Workerd, type WorkerdSettings } from './a-workerd.ts';
import { aRenderService } from './on-workerd.ts';

let online: TribunalOnline;
let workerd: Workerd;
let settings: WorkerdSettings;
let registrar: Person;

beforeAll(async () => {
  const renderer = await aRenderService();
  const { folder, remove } = aWorkerdFolder();
  online = await tribunalOnline(async (smtpUrl) => {
    const variables = { PARLEY_MODE: 'demo', LOG_LEVEL: 'error', SMTP_URL: smtpUrl, ...renderer.variables };
    workerd = await aWorkerd({ folder, variables });
    settings = { folder, variables, port: Number(new URL(workerd.origin).port) };
    return {
      origin: workerd.origin,
      async stop() {
        await workerd.kill();
        await renderer.close();
        remove();
      },
    };
  });
  registrar = await online.signIn('registrar@demo.example');
});
afterAll(() => online?.stop());

describe('a Worker whose runtime is killed', () => {
  it('has everything that was acknowledged, and a deadline that ran out meanwhile runs out without a request', async () => {
    const [ann, bob] = [await online.signIn('ann.killed@people.example'), 'bob.killed@people.example'];
    const theCase = await submitClaim(ann, {
      applicant: { name: 'Ann Ashby', email: ann.email },
      respondents: [{ name: 'Bob Bright', email: bob }],
    });
    await registrar.act(theCase.id, 'ISSUE_NOTICE');
    const today = await online.advance('PT1S');
    const service = { method: 'person', servedOn: today, statement: 'Handed over at the door.' };
    const served = await ann.act(theCase.id, 'RECORD_SERVICE', service, partyNamed(theCase, 'Bob Bright'));
    await online.letters(theCase.reference, 'dispute-notice', 1);
    await turnTo(justBefore(served), online);

    await workerd.kill();
    await new Promise((resolve) => setTimeout(resolve, DEAD_FOR_MS));
    expect(lettersTo(bob, 'in-default')).toHaveLength(0);
    workerd = await aWorkerd(settings);

    // Nobody asks it anything: the alarm alone wakes the object.
    await vi.waitFor(() => expect(lettersTo(bob, 'in-default')).toHaveLength(1), { timeout: 20_000, interval: 50 });
    const after = await ann.case(theCase.id);
    expect(after.parties.find(({ name }) => name === 'Bob Bright')?.state).toBe('defaulted');
    const journal = await registrar.part(theCase.id, 'journal');
    expect(journal.length).toBeGreaterThanOrEqual(served.version);
  });

  it('loses nothing that it acknowledged, killed in the middle of many requests', async () => {
    const ann = await online.signIn('ann.hurried@people.example');
    const theCase = await submitClaim(ann, {
      applicant: { name: 'Ann Ashby', email: ann.email },
      respondents: [{ name: 'Bob Bright', email: 'bob.hurried@people.example' }],
    });
    await registrar.act(theCase.id, 'ISSUE_NOTICE');
    await respond(await online.signIn('bob.hurried@people.example'), theCase.id, await online.advance('PT1S'));
    const acknowledged: string[] = [];
    const say = async (words: string) => {
      const said = await ann.attempt(theCase.id, 'SEND_MESSAGE', { message: words }).catch(() => undefined);
      if (said?.status === 200) acknowledged.push(words);
      return said !== undefined;
    };
    const talking = Promise.all(
      Array.from({ length: 4 }, async (_, writer) => {
        for (let number = 0; number < 500; number += 1) if (!(await say(`${writer} says ${number}`))) return;
      }),
    );
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(10), { timeout: 20_000 });
    await workerd.kill();
    await talking;
    workerd = await aWorkerd(settings);
    const kept = (await ann.part<{ body: string }>(theCase.id, 'messages')).map(({ body }) => body);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(kept).size).toBe(kept.length);
  });
});

/** Long enough for the deadline to pass while nothing runs. */
const DEAD_FOR_MS = 3_000;
const BEFORE_MS = 2_000;

/** An instant shortly before the time to answer is over. */
function justBefore(theCase: CaseView): number {
  const [first] = theCase.deadlines.map(({ dueAt }) => Date.parse(dueAt)).toSorted((one, other) => one - other);
  return (first ?? 0) + EXPIRY_GRACE_MS - BEFORE_MS;
}

async function turnTo(instant: number, { stranger }: TribunalOnline): Promise<void> {
  const { now } = (await stranger.call('POST', '/dev/clock', { json: { advance: 'PT1S' } })).json<{ now: string }>();
  const seconds = Math.floor((instant - Date.parse(now)) / 1_000);
  const turned = await stranger.call('POST', '/dev/clock', { json: { advance: `PT${seconds}S` } });
  expect(turned.status, turned.text).toBe(200);
}

function lettersTo(email: string, notice: string) {
  return online.office.letters.filter(
    (letter) => letter.to.includes(email) && headerOf(letter.email, 'x-parley-notice') === notice,
  );
}
