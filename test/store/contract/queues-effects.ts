import { describe, expect, it } from 'vitest';
import type { Registry } from '../../../src/app/ports/registry.ts';
import { aCaseOpened, aDocumentIssued, aNotice, minute } from '../a-decision.ts';
import type { MakeRegistry } from '../registry-contract.ts';

export function queuesEffects(makeRegistry: MakeRegistry): void {
  describe('the outbox', () => {
    it('holds a mail for each notice by e-mail, and the portal has it already', async () => {
      const registry = await makeRegistry();
      const letter = aNotice({ id: 'n1' });
      const { next } = aCaseOpened({ id: 'the-case' }, [letter, aNotice({ id: 'n2', channels: ['portal'] })]);
      await registry.commit((tx) =>
        tx.save({ ...aCaseOpened(next, [letter, aNotice({ id: 'n2', channels: ['portal'] })]), next }),
      );
      expect(registry.read((reads) => reads.outboxReady(minute(1), 10))).toEqual([
        {
          key: 'the-case/n1/email',
          kind: 'mail',
          caseId: 'the-case',
          subject: 'n1',
          attempts: 0,
          notBefore: minute(0),
          payload: { notice: 'dispute-notice', to: letter.to },
        },
      ]);
      const { kind: _, ...notice } = letter;
      expect(registry.read((reads) => reads.notice('n1'))).toEqual({
        ...notice,
        caseId: 'the-case',
        sentAt: minute(0),
        readAt: null,
        deliveries: [
          delivery({ channel: 'email' }),
          delivery({ channel: 'portal', status: 'sent', attempts: 1, lastAttemptAt: minute(0) }),
        ],
      });
      expect(registry.read((reads) => reads.notice('n2')?.deliveries)).toHaveLength(1);
    });

    it('does not mail to somebody without an address, and says so', async () => {
      const registry = await makeRegistry();
      const to = { party: 'p1', role: 'respondent', name: 'Bo' };
      await registry.commit((tx) => tx.save(aCaseOpened({}, [aNotice({ id: 'n1', to, channels: ['email'] })])));
      expect(registry.read((reads) => reads.outboxReady(minute(1), 10))).toEqual([]);
      expect(registry.read((reads) => reads.notice('n1')?.deliveries)).toMatchObject([
        { status: 'failed', response: 'no address is known' },
      ]);
    });

    it('mails the people of the tribunal, whose addresses it has', async () => {
      const registry = await makeRegistry();
      const to = { role: 'facilitator', userId: 'fay', name: '' };
      await registry.commit((tx) => tx.save(aCaseOpened({}, [aNotice({ id: 'n1', to, channels: ['email'] })])));
      expect(registry.read((reads) => reads.outboxReady(minute(1), 10))).toMatchObject([
        { kind: 'mail', subject: 'n1' },
      ]);
      expect(registry.read((reads) => reads.notice('n1')?.deliveries)).toMatchObject([{ status: 'queued' }]);
    });

    it('holds a mail back until all the documents that go with it are made', async () => {
      const registry = await makeRegistry();
      const facts = [
        aNotice({ id: 'n1', attach: ['d1', 'd2'] }),
        aDocumentIssued({ id: 'd1' }),
        aDocumentIssued({ id: 'd2' }),
      ];
      await registry.commit((tx) => tx.save(aCaseOpened({ id: 'a-case' }, facts)));
      const ready = () =>
        registry.read((reads) => reads.outboxReady(minute(1), 10)).map(({ kind, subject }) => `${kind} ${subject}`);
      const make = (id: string) =>
        registry.commit((tx) => {
          tx.recordBlob(id, { sha256: 'ab', size: 1 });
          tx.finish(`a-case/${id}/document`, minute(1), 'made');
        });
      expect(ready()).toEqual(['document d1', 'document d2']);
      await make('d1');
      expect(ready()).toEqual(['document d2']);
      await make('d2');
      expect(ready()).toEqual(['mail n1']);
    });

    it('does not wait for a document that was made before', async () => {
      const registry = await makeRegistry();
      await registry.commit((tx) => {
        tx.save(aCaseOpened({}, [aDocumentIssued({ id: 'd1' })]));
        tx.recordBlob('d1', { sha256: 'ab', size: 1 });
        tx.save(aCaseOpened({ openedAt: minute(1) }, [aNotice({ id: 'n1', attach: ['d1'] })]));
      });
      expect(registry.read((reads) => reads.outboxReady(minute(1), 10)).map(({ subject }) => subject)).toContain('n1');
    });

    it('gives an effect to one worker at a time, and to another when the lease has run out', async () => {
      const registry = await withMail(makeRegistry);
      const lease = (from: number, to: number) => registry.commit((tx) => tx.lease(minute(from), minute(to), 5));
      expect(await lease(1, 3)).toMatchObject([{ key: 'the-case/n1/email', attempts: 1 }]);
      expect(await lease(2, 4)).toEqual([]);
      expect(status(registry)).toMatchObject(['sending', { attempts: 1, lastAttemptAt: minute(1), status: 'sending' }]);
      expect(await lease(3, 5)).toMatchObject([{ attempts: 2 }]);
    });

    it('keeps what was rendered for the next attempt, and the server’s answer as proof', async () => {
      const registry = await withMail(makeRegistry);
      const key = 'the-case/n1/email';
      await registry.commit((tx) => {
        tx.lease(minute(1), minute(3), 5);
        tx.keepRendered(key, 'From: …', '<n1@parley>');
        tx.postpone(key, minute(8), '451 try later');
      });
      expect(status(registry)).toMatchObject([
        'queued',
        { status: 'queued', response: '451 try later', messageId: '<n1@parley>' },
      ]);
      expect(registry.read((reads) => reads.outboxReady(minute(7), 5))).toEqual([]);
      const again = await registry.commit((tx) => ({
        rows: tx.lease(minute(8), minute(9), 5),
        rendered: tx.rendered(key),
      }));
      expect(again).toMatchObject({
        rows: [{ attempts: 2 }],
        rendered: { rendered: 'From: …', messageId: '<n1@parley>' },
      });
      await registry.commit((tx) => tx.finish(key, minute(8), '250 OK'));
      expect(status(registry)).toMatchObject([
        'sent',
        { status: 'sent', response: '250 OK', attempts: 2, messageId: '<n1@parley>' },
      ]);
      expect(await registry.commit((tx) => tx.lease(minute(999), minute(1_000), 5))).toEqual([]);
    });

    it('buries what fails for good, with the reason', async () => {
      const registry = await withMail(makeRegistry);
      await registry.commit((tx) => {
        tx.lease(minute(1), minute(3), 5);
        tx.bury('the-case/n1/email', minute(2), '550 no such mailbox');
      });
      expect(registry.read((reads) => reads.deadLetters(10))).toMatchObject([
        { key: 'the-case/n1/email', failedAt: minute(2), reason: '550 no such mailbox', attempts: 1 },
      ]);
      expect(status(registry)).toMatchObject(['failed', { status: 'failed', response: '550 no such mailbox' }]);
    });

    it('queues a sign-in code once under its key', async () => {
      const registry = await makeRegistry();
      const code = {
        key: 'code/1',
        kind: 'signInCode',
        caseId: null,
        subject: 'ada@example.org',
        payload: { code: '123456' },
        notBefore: minute(0),
      } as const;
      await registry.commit((tx) => {
        tx.enqueue(code);
        tx.enqueue(code);
      });
      expect(registry.read((reads) => reads.outboxReady(minute(0), 9))).toEqual([{ ...code, attempts: 0 }]);
    });

    it('marks a notice as read once', async () => {
      const registry = await withMail(makeRegistry);
      await registry.commit((tx) => tx.markNoticeRead('n1', minute(4)));
      await registry.commit((tx) => tx.markNoticeRead('n1', minute(5)));
      expect(registry.read((reads) => reads.notice('n1')?.readAt)).toBe(minute(4));
    });
  });
}

async function withMail(makeRegistry: MakeRegistry): Promise<Registry> {
  const registry = await makeRegistry();
  await registry.commit((tx) => tx.save(aCaseOpened({ id: 'the-case' }, [aNotice({ id: 'n1', channels: ['email'] })])));
  return registry;
}

function delivery(changes: object) {
  return {
    status: 'queued',
    attempts: 0,
    lastAttemptAt: null,
    response: null,
    messageId: null,
    arrivedAt: null,
    postedOn: null,
    tracking: null,
    sha256: null,
    ...changes,
  };
}

/** As the mailbox page shows the mail, and as the case shows its delivery. */
function status(registry: Registry) {
  return registry.read((reads) => [reads.outboxMail(1)[0]?.status, reads.notice('n1')?.deliveries[0]]);
}
