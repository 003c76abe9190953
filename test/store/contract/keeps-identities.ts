import { describe, expect, it } from 'vitest';
import type { DigitalIdAttempt, SessionRow, UserRow } from '../../../src/app/ports/identity.ts';
import { aCaseOpened, minute } from '../a-decision.ts';
import type { MakeRegistry } from '../registry-contract.ts';

const RAE: UserRow = { id: 'rae', email: 'Rae@Example.org', name: 'Rae', language: 'en', roles: ['registrar'] };
const SESSION: SessionRow = {
  id: 's1',
  userId: 'rae',
  createdAt: minute(0),
  lastSeenAt: minute(0),
  expiresAt: minute(480),
  provenAt: minute(0),
  provenBy: 'mail',
};

export function keepsIdentities(makeRegistry: MakeRegistry): void {
  describe('people', () => {
    it('are one user an address, however it is written', async () => {
      const registry = await makeRegistry();
      await registry.commit((tx) => tx.insertUser(RAE, minute(0)));
      expect(registry.read((reads) => reads.userByEmail(' RAE@example.ORG'))).toEqual(RAE);
      expect(registry.read((reads) => reads.user('rae'))).toEqual(RAE);
      expect(registry.read((reads) => reads.userByEmail('other@example.org'))).toBeUndefined();
      await expect(
        registry.commit((tx) => tx.insertUser({ ...RAE, id: 'impostor', email: 'rae@example.org' }, minute(1))),
      ).rejects.toThrow();
    });

    it('lose their sessions when their roles change', async () => {
      const registry = await makeRegistry();
      await registry.commit((tx) => {
        tx.insertUser(RAE, minute(0));
        tx.insertUser({ ...RAE, id: 'mo', email: 'mo@example.org', roles: ['member', 'registrar'] }, minute(0));
        tx.insertSession(SESSION, 'hash-1');
        tx.insertSession({ ...SESSION, id: 's2', userId: 'mo' }, 'hash-2');
      });
      expect(registry.read((reads) => reads.usersWithRole('registrar')).map(({ id }) => id)).toEqual(['mo', 'rae']);
      await registry.commit((tx) => tx.setRoles('rae', ['facilitator', 'admin', 'admin'], minute(1)));
      expect(registry.read((reads) => reads.user('rae')?.roles)).toEqual(['admin', 'facilitator']);
      expect(registry.read((reads) => reads.usersWithRole('registrar')).map(({ id }) => id)).toEqual(['mo']);
      expect(registry.read((reads) => [reads.session('hash-1'), reads.session('hash-2')?.user.id])).toEqual([
        undefined,
        'mo',
      ]);
    });

    it('are copied as the home registry has them: who holds no role there holds none here', async () => {
      const registry = await makeRegistry();
      const mo: UserRow = { ...RAE, id: 'mo', email: 'mo@example.org', roles: ['member'] };
      await registry.commit((tx) => tx.copyMembers([RAE, mo], minute(0)));
      expect(registry.read((reads) => [reads.user('rae'), reads.user('mo')])).toEqual([RAE, mo]);
      await registry.commit((tx) => tx.copyMembers([{ ...mo, name: 'Moana' }], minute(1)));
      expect(registry.read((reads) => reads.user('rae'))).toEqual({ ...RAE, roles: [] });
      expect(registry.read((reads) => reads.usersWithRole('member'))).toEqual([{ ...mo, name: 'Moana' }]);
      const again: UserRow = { ...RAE, id: 'rae-2', roles: [] };
      await registry.commit((tx) => tx.copyUser(again, minute(2)));
      expect(registry.read((reads) => [reads.userByEmail(RAE.email), reads.user('rae')?.name])).toEqual([again, 'Rae']);
    });

    it('count as shared when they hold a role, and not when they come and go', async () => {
      const registry = await makeRegistry();
      const grows = async (work: Parameters<typeof registry.commit>[0]) => {
        const before = registry.read((reads) => reads.sharedRevision());
        await registry.commit(work);
        return registry.read((reads) => reads.sharedRevision()) > before;
      };
      expect(await grows((tx) => tx.insertUser({ ...RAE, roles: [] }, minute(0)))).toBe(false);
      expect(await grows((tx) => tx.insertSession(SESSION, 'hash-1'))).toBe(false);
      expect(await grows((tx) => tx.setRoles('rae', ['member'], minute(1)))).toBe(true);
      expect(await grows((tx) => tx.putSetting('readiness', minute(1)))).toBe(false);
      for (const name of ['calendars', 'tribunals', 'registries'])
        expect(await grows((tx) => tx.putSetting(name, [])), name).toBe(true);
    });

    it('are known by their session’s token until it ends', async () => {
      const registry = await makeRegistry();
      await registry.commit((tx) => {
        tx.insertUser(RAE, minute(0));
        tx.insertSession(SESSION, 'hash-1');
      });
      expect(registry.read((reads) => reads.session('hash-1'))).toEqual({ session: SESSION, user: RAE });
      await registry.commit((tx) => tx.touchSession('s1', minute(9)));
      expect(registry.read((reads) => reads.session('hash-1')?.session.lastSeenAt)).toBe(minute(9));
      await registry.commit((tx) => tx.deleteSession('s1'));
      expect(registry.read((reads) => reads.session('hash-1'))).toBeUndefined();
    });

    it('need no address: two who have none are two', async () => {
      const registry = await makeRegistry();
      const [one, other] = [
        { ...RAE, id: 'one', email: '', roles: [] },
        { ...RAE, id: 'other', email: '', roles: [] },
      ];
      await registry.commit((tx) => {
        tx.insertUser(one, minute(0));
        tx.copyUser(other, minute(0));
      });
      expect(registry.read((reads) => [reads.user('one'), reads.user('other')])).toEqual([one, other]);
      expect(registry.read((reads) => reads.userByEmail(''))).toBeUndefined();
      expect(registry.read((reads) => reads.userByEmail('#one'))).toBeUndefined();
    });

    it('are known by their Digital ID: the same subject of another issuer is somebody else', async () => {
      const registry = await makeRegistry();
      const identity = { issuer: 'https://id.example', subject: '7' };
      await registry.commit((tx) => {
        tx.insertUser(RAE, minute(0));
        tx.insertUser({ ...RAE, id: 'mo', email: '', roles: [] }, minute(0));
        tx.putIdentity(identity, 'mo', minute(1));
      });
      expect(registry.read((reads) => reads.userByIdentity(identity)?.id)).toBe('mo');
      expect(registry.read((reads) => reads.userByIdentity({ ...identity, issuer: 'https://other.example' }))).toBe(
        undefined,
      );
      await registry.commit((tx) => tx.putIdentity(identity, 'rae', minute(2)));
      expect(registry.read((reads) => [reads.identitiesOf('mo'), reads.identitiesOf('rae')])).toEqual([
        [],
        [{ ...identity, linkedAt: minute(2) }],
      ]);
      expect(registry.read((reads) => reads.userByIdentity(identity))).toEqual(RAE);
      await registry.commit((tx) => tx.deleteIdentity(identity));
      expect(registry.read((reads) => reads.userByIdentity(identity))).toBeUndefined();
    });

    it('come back from a provider once, in time and with the browser they left with', async () => {
      const registry = await makeRegistry();
      const attempt: DigitalIdAttempt = {
        browserHash: 'hers',
        nonce: 'n',
        verifier: 'v',
        purpose: 'link',
        userId: 'rae',
        next: '/account',
        expiresAt: minute(10),
      };
      const take = (browser: string, at: string) => registry.commit((tx) => tx.takeAttempt('state', browser, at));
      await registry.commit((tx) => tx.putAttempt('state', attempt));
      expect(await take('another', minute(1))).toBeUndefined();
      expect(await take('hers', minute(2))).toEqual(attempt);
      expect(await take('hers', minute(2))).toBeUndefined();
      await registry.commit((tx) => tx.putAttempt('state', attempt));
      expect(await take('hers', minute(10))).toBeUndefined();
    });

    it('use a link once, in its time and browser; the code beside it is used up with it', async () => {
      const registry = await makeRegistry();
      const code = { email: 'ada@example.org', codeHash: 'right', expiresAt: minute(10), triesLeft: 5 };
      const link = { hash: 'link', browserHash: 'hers' };
      const follow = (browser: string, at: string) => registry.commit((tx) => tx.useLink('link', browser, at));
      await registry.commit((tx) => tx.putCode({ ...code, link }));
      expect(await follow('another', minute(1))).toBe('otherBrowser');
      expect(await follow('hers', minute(2))).toEqual({ email: 'ada@example.org' });
      expect(await follow('hers', minute(2))).toBeUndefined();
      expect(await registry.commit((tx) => tx.tryCode('ada@example.org', 'right', minute(2)))).toBe('none');
      await registry.commit((tx) => tx.putCode({ ...code, link }));
      expect(await follow('hers', minute(10))).toBeUndefined();
      await registry.commit((tx) => tx.putCode(code));
      expect(await follow('hers', minute(2))).toBeUndefined();
    });

    it('have five tries at a code, and use it once', async () => {
      const registry = await makeRegistry();
      const code = { email: 'ada@example.org', codeHash: 'right', expiresAt: minute(10), triesLeft: 5 };
      const attempt = (hash: string, at = minute(1)) =>
        registry.commit((tx) => tx.tryCode('ADA@example.org', hash, at));
      await registry.commit((tx) => tx.putCode(code));
      expect([await attempt('wrong'), await attempt('right'), await attempt('right')]).toEqual([
        'wrong',
        'right',
        'none',
      ]);

      await registry.commit((tx) => tx.putCode(code));
      const tries: string[] = [];
      for (let n = 0; n < 6; n += 1) tries.push(await attempt('wrong'));
      expect(tries).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'none']);

      await registry.commit((tx) => tx.putCode(code));
      await registry.commit((tx) => tx.putCode({ ...code, codeHash: 'newer' }));
      expect([await attempt('right'), await attempt('newer', minute(10))]).toEqual(['wrong', 'none']);
    });

    it('cannot guess a code by trying many at once', async () => {
      const registry = await makeRegistry();
      await registry.commit((tx) =>
        tx.putCode({ email: 'ada@example.org', codeHash: 'right', expiresAt: minute(10), triesLeft: 5 }),
      );
      const guesses = Array.from({ length: 40 }, (_, n) =>
        registry.commit((tx) => tx.tryCode('ada@example.org', `guess ${n}`, minute(1))),
      );
      const answers = await Promise.all(guesses);
      expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(5);
    });

    it('follow an invitation once', async () => {
      const registry = await makeRegistry();
      const { next } = aCaseOpened();
      const invitation = { caseId: next.id, party: 'p1', expiresAt: minute(99) };
      await registry.commit((tx) => {
        tx.save({ ...aCaseOpened(next), next });
        tx.putInvitation('hash-1', invitation);
        tx.putInvitation('hash-2', { ...invitation, supporter: 's1' });
      });
      expect(registry.read((reads) => [reads.invitation('hash-1'), reads.invitation('hash-2')])).toEqual([
        invitation,
        { ...invitation, supporter: 's1' },
      ]);
      await registry.commit((tx) => tx.useInvitation('hash-1', minute(1)));
      expect(registry.read((reads) => [reads.invitation('hash-1'), reads.invitation('nothing')])).toEqual([
        { ...invitation, usedAt: minute(1) },
        undefined,
      ]);
    });

    it('are counted by bucket and window', async () => {
      const registry = await makeRegistry();
      const counts = await registry.commit((tx) => [
        tx.countRequest('a', minute(0)),
        tx.countRequest('a', minute(0)),
        tx.countRequest('b', minute(0)),
        tx.countRequest('a', minute(1)),
        tx.countRequest('a', minute(0)),
      ]);
      expect(counts).toEqual([1, 2, 1, 1, 2]);
    });
  });
}
