import { beforeEach, describe, expect, it } from 'vitest';
import { createSession, TRIES_PER_ADDRESS } from '../../src/app/auth/create-session.ts';
import { endSession } from '../../src/app/auth/end-session.ts';
import { issueToken } from '../../src/app/auth/issue-token.ts';
import {
  CODES_PER_ADDRESS,
  CODES_PER_CLIENT,
  requestCode,
  type SignInCodeMail,
} from '../../src/app/auth/request-code.ts';
import { setRoles } from '../../src/app/auth/set-roles.ts';
import { viewerFor } from '../../src/app/auth/viewer-for.ts';
import { StorageUnavailable } from '../../src/app/ports/registry.ts';
import { aTribunal, someone, type TestTribunal } from './a-tribunal.ts';

const nora = someone('nora', 'admin');
const rita = someone('rita', 'registrar');

let tribunal: TestTribunal;
beforeEach(async () => {
  tribunal = await aTribunal([nora, rita]);
});

const ask = (email: string) => requestCode(tribunal, { email, language: 'en' });
const mails = () =>
  tribunal.registry
    .read((reads) => reads.outboxReady(tribunal.clock.now(), 100))
    .filter(({ kind }) => kind === 'signInCode');
const waiting = () => tribunal.registry.read((reads) => reads.counts().outbox);
const lastMail = () => mails().at(-1)?.payload as SignInCodeMail;
const enter = (email: string, code: string, previousToken?: string) =>
  createSession(tribunal, { email, code, language: 'en', previousToken });

async function signIn(email: string, previousToken?: string): Promise<string> {
  await ask(email);
  const code = mails()
    .map(({ payload }) => payload as SignInCodeMail)
    .findLast((mail) => mail.email === email)?.code;
  const session = await enter(email, code ?? '', previousToken);
  if (!session) throw new Error(`${email} could not sign in`);
  return session.token;
}

function another(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

describe('asking for a code', () => {
  it('does the same for someone who is known and for someone who is not', async () => {
    expect(await ask('rita@example.org')).toBe(await ask('nobody@example.org'));
    const [toRita, toNobody] = mails();
    expect(toRita?.payload).toMatchObject({
      email: 'rita@example.org',
      code: expect.stringMatching(/^\d{6}$/),
      language: 'en',
    });
    expect(Object.keys(toNobody?.payload as object)).toEqual(Object.keys(toRita?.payload as object));
    expect(tribunal.registry.read((reads) => reads.userByEmail('nobody@example.org'))).toBeUndefined();
  });

  it('sends no more mail to an address than it should, and says nothing of it', async () => {
    for (let asked = 0; asked < CODES_PER_ADDRESS.times + 5; asked += 1) await ask('ada@example.org');
    expect(mails()).toHaveLength(CODES_PER_ADDRESS.times);
    await ask('ben@example.org');
    expect(mails()).toHaveLength(CODES_PER_ADDRESS.times + 1);
    tribunal.clock.advance({ minutes: CODES_PER_ADDRESS.minutes });
    await ask('ada@example.org');
    expect(mails()).toHaveLength(CODES_PER_ADDRESS.times + 2);
  });

  it('stops one client that asks for codes for everybody', async () => {
    for (let asked = 0; asked < CODES_PER_CLIENT.times + 5; asked += 1) {
      await requestCode(tribunal, { email: `p${asked}@example.org`, language: 'en', client: '203.0.113.9' });
    }
    expect(waiting()).toBe(CODES_PER_CLIENT.times);
  });

  it('keeps no code in the database but in the mail that waits to be sent', async () => {
    await ask('ada@example.org');
    const { key } = mails()[0] ?? { key: '' };
    const { code } = lastMail();
    expect(key).not.toContain(code);
    await tribunal.registry.commit((tx) => {
      tx.lease(tribunal.clock.now(), tribunal.clock.now(), 10);
      tx.keepRendered(key, `Your code is ${code}`, '<1@example.org>');
      tx.finish(key, tribunal.clock.now(), '250 OK');
    });
    const left = tribunal.registry.read((reads) => JSON.stringify(reads.outboxMail(100)));
    expect(left).not.toContain(code);
  });
});

describe('signing in', () => {
  it('makes an account without roles the first time, and finds it the next', async () => {
    const first = await viewerFor(tribunal, await signIn('ada@example.org'));
    expect(first).toMatchObject({ kind: 'user', email: 'ada@example.org', name: 'ada', roles: [] });
    expect((await viewerFor(tribunal, await signIn('ada@example.org')))?.userId).toBe(first?.userId);
  });

  it('takes an address for the same whatever the case of its letters', async () => {
    await ask('Rita@Example.ORG');
    const session = await enter('RITA@example.org', lastMail().code);
    expect(session?.user).toMatchObject({ id: 'rita', roles: ['registrar'] });
  });

  it('takes a code once', async () => {
    await ask('ada@example.org');
    const { code } = lastMail();
    expect(await enter('ada@example.org', code)).toBeDefined();
    expect(await enter('ada@example.org', code)).toBeUndefined();
  });

  it('takes a code once from many who enter it at the same moment', async () => {
    await ask('ada@example.org');
    const { code } = lastMail();
    const all = await Promise.all(Array.from({ length: 8 }, () => enter('ada@example.org', code)));
    expect(all.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('does not take a code for another address', async () => {
    await ask('ada@example.org');
    const { code } = lastMail();
    await ask('ben@example.org');
    expect(await enter('ben@example.org', code)).toBeUndefined();
    expect(await enter('ada@example.org', code)).toBeDefined();
  });

  it('takes a code for ten minutes', async () => {
    await ask('ada@example.org');
    const { code } = lastMail();
    tribunal.clock.advance({ minutes: 10 });
    expect(await enter('ada@example.org', code)).toBeUndefined();
  });

  it('lets a code be mistyped four times, and never more than five', async () => {
    await ask('ada@example.org');
    const good = lastMail().code;
    for (let tried = 0; tried < 4; tried += 1) expect(await enter('ada@example.org', another(good))).toBeUndefined();
    expect(await enter('ada@example.org', good)).toBeDefined();

    await ask('ben@example.org');
    const { code } = lastMail();
    for (let tried = 0; tried < 5; tried += 1) await enter('ben@example.org', another(code));
    expect(await enter('ben@example.org', code)).toBeUndefined();
  });

  it('does not let guesses go on with one code after another', async () => {
    for (let tried = 0; tried < TRIES_PER_ADDRESS.times; tried += 1) {
      if (tried % 5 === 0) await ask('ada@example.org');
      await enter('ada@example.org', another(lastMail().code));
    }
    await ask('ada@example.org');
    expect(await enter('ada@example.org', lastMail().code)).toBeUndefined();
    tribunal.clock.advance({ minutes: TRIES_PER_ADDRESS.minutes });
    await ask('ada@example.org');
    expect(await enter('ada@example.org', lastMail().code)).toBeDefined();
  });

  it('replaces the code when another is asked for', async () => {
    await ask('ada@example.org');
    const { code } = lastMail();
    await ask('ada@example.org');
    if (lastMail().code !== code) expect(await enter('ada@example.org', code)).toBeUndefined();
    expect(await enter('ada@example.org', lastMail().code)).toBeDefined();
  });

  it('ends the session that the browser had before', async () => {
    const before = await signIn('ada@example.org');
    const after = await signIn('ada@example.org', before);
    expect(await viewerFor(tribunal, before)).toBeUndefined();
    expect(await viewerFor(tribunal, after)).toBeDefined();
  });
});

describe('a session', () => {
  const stay = async (token: string, minutes: number, step = 10) => {
    for (let waited = 0; waited < minutes; waited += step) {
      tribunal.clock.advance({ minutes: step });
      if (!(await viewerFor(tribunal, token))) return waited + step;
    }
    return Number.POSITIVE_INFINITY;
  };

  it('of a party ends after thirty minutes without use', async () => {
    const token = await signIn('ada@example.org');
    tribunal.clock.advance({ minutes: 29 });
    expect(await viewerFor(tribunal, token)).toBeDefined();
    tribunal.clock.advance({ minutes: 30 });
    expect(await viewerFor(tribunal, token)).toBeUndefined();
  });

  it('of a party ends after twelve hours of use', async () => {
    expect(await stay(await signIn('ada@example.org'), 13 * 60)).toBe(12 * 60);
  });

  it('of staff ends after fifteen minutes without use, and after eight hours of it', async () => {
    const token = await signIn('rita@example.org');
    tribunal.clock.advance({ minutes: 15 });
    expect(await viewerFor(tribunal, token)).toBeUndefined();
    expect(await stay(await signIn('rita@example.org'), 9 * 60)).toBe(8 * 60);
  });

  it('is not written to by every read', async () => {
    const token = await signIn('ada@example.org');
    const seen = () => tribunal.registry.read((reads) => reads.session(tribunal.ids.hash(token))?.session.lastSeenAt);
    const start = seen();
    tribunal.clock.advance({ seconds: 59 });
    await viewerFor(tribunal, token);
    expect(seen()).toBe(start);
    tribunal.clock.advance({ seconds: 1 });
    await viewerFor(tribunal, token);
    expect(seen()).toBe(tribunal.clock.now());
  });

  it('lets people read on when the disk is full', async () => {
    const token = await signIn('ada@example.org');
    tribunal.clock.advance({ minutes: 5 });
    const failing = (error: Error) => ({
      ...tribunal,
      registry: { ...tribunal.registry, commit: () => Promise.reject(error) },
    });
    expect(await viewerFor(failing(new StorageUnavailable('disk full')), token)).toBeDefined();
    await expect(viewerFor(failing(new Error('a bug')), token)).rejects.toThrow('a bug');
  });

  it('ends when its holder signs out, and others stay', async () => {
    const [phone, desk] = [await signIn('ada@example.org'), await signIn('ada@example.org')];
    await endSession(tribunal, phone);
    await endSession(tribunal, 'never a token');
    expect(await viewerFor(tribunal, phone)).toBeUndefined();
    expect(await viewerFor(tribunal, desk)).toBeDefined();
  });

  it('is nobody for a token that was made up', async () => {
    for (const token of ['', 'x', tribunal.ids.newSecret()]) expect(await viewerFor(tribunal, token)).toBeUndefined();
  });
});

describe('a token for a script', () => {
  it('is for people who exist', async () => {
    expect(await issueToken(tribunal, 'nobody@example.org')).toBeUndefined();
    const issued = await issueToken(tribunal, 'Rita@example.org');
    expect(await viewerFor(tribunal, issued?.token ?? '')).toMatchObject({ userId: 'rita' });
  });

  it('may wait, but not longer than a session lasts', async () => {
    const { token } = (await issueToken(tribunal, 'rita@example.org')) ?? { token: '' };
    tribunal.clock.advance({ minutes: 8 * 60 - 1 });
    expect(await viewerFor(tribunal, token)).toBeDefined();
    tribunal.clock.advance({ minutes: 1 });
    expect(await viewerFor(tribunal, token)).toBeUndefined();
  });
});

describe('giving roles', () => {
  const change = (email: string, ...roles: ('facilitator' | 'member' | 'registrar' | 'admin')[]) => ({
    email,
    name: 'Fay',
    language: 'en',
    roles,
  });

  it('is for administrators', async () => {
    for (const viewer of [rita, someone('ada'), { kind: 'stranger' } as const]) {
      expect(await setRoles(tribunal, viewer, change('fay@example.org', 'facilitator'))).toBeUndefined();
    }
    expect(tribunal.registry.read((reads) => reads.userByEmail('fay@example.org'))).toBeUndefined();
  });

  it('makes an account for someone new, who signs in with a code', async () => {
    await setRoles(tribunal, nora, change('Fay@example.org', 'member', 'facilitator', 'member'));
    expect(await viewerFor(tribunal, await signIn('fay@example.org'))).toMatchObject({
      name: 'Fay',
      roles: ['facilitator', 'member'],
    });
  });

  it('ends the sessions of who had other rights', async () => {
    const token = await signIn('rita@example.org');
    await setRoles(tribunal, nora, change('rita@example.org'));
    expect(await viewerFor(tribunal, token)).toBeUndefined();
    expect(await viewerFor(tribunal, await signIn('rita@example.org'))).toMatchObject({ roles: [] });
  });

  it('does not let an administrator become someone who sees cases', async () => {
    expect(await setRoles(tribunal, nora, change('nora@example.org', 'admin', 'registrar'))).toBeUndefined();
    expect(tribunal.registry.read((reads) => reads.user('nora')?.roles)).toEqual(['admin']);
  });
});
