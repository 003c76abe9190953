import { describe, expect, it } from 'vitest';
import type { Registry } from '../../../src/app/ports/registry.ts';
import type { CaseFile } from '../../../src/domain/case-file.ts';
import type { Fact } from '../../../src/domain/fact.ts';
import { aCaseOpened, aDeadline, aDocumentIssued, aMessage, aNotice, anOffer, aStep, minute } from '../a-decision.ts';
import type { MakeRegistry } from '../registry-contract.ts';
import { saveAll } from '../save-all.ts';

const ALL = { limit: 100 };

export function projectsFacts(makeRegistry: MakeRegistry): void {
  describe('what follows from a decision', () => {
    it('issues a document that is rendered later', async () => {
      const { registry, theCase } = await afterFacts(makeRegistry, [aDocumentIssued({ id: 'doc-1' })]);
      const issued = registry.read((reads) => reads.document('doc-1'));
      expect(issued).toMatchObject({
        caseId: theCase.id,
        origin: 'issued',
        document: 'dispute-notice',
        filename: `${theCase.reference}-dispute-notice.pdf`,
        mime: 'application/pdf',
        sha256: null,
        content: { title: 'Dispute notice' },
      });
      await registry.commit((tx) => tx.recordBlob('doc-1', { sha256: 'ab'.repeat(32), size: 1234 }));
      expect(registry.read((reads) => reads.document('doc-1'))).toMatchObject({ sha256: 'ab'.repeat(32), size: 1234 });
    });

    it('shows uploads to those for whom they were filed', async () => {
      const { registry, theCase } = await afterFacts(makeRegistry, []);
      const upload = {
        id: 'up-1',
        caseId: theCase.id,
        origin: 'uploaded',
        document: null,
        title: 'Receipt',
        filename: 'receipt.pdf',
        mime: 'application/pdf',
        size: 500,
        sha256: 'cd'.repeat(32),
        content: null,
        uploadedBy: 'ada',
        party: 'p1',
        filing: 'waiting',
        createdAt: minute(1),
        audience: 'party:p1',
        quarantine: null,
        heldFor: null,
      } as const;
      await registry.commit((tx) => {
        tx.insertUpload(upload);
        tx.insertUpload({ ...upload, id: 'up-2', size: 70 });
      });
      const used = (party: string | null) => registry.read((reads) => reads.uploaded(theCase.id, party));
      const none = { files: 0, bytes: 0 };
      expect([used('p1'), used('p2'), used(null)]).toEqual([
        { files: 2, bytes: 570, takenOff: none },
        { ...none, takenOff: none },
        { ...none, takenOff: none },
      ]);
      await registry.commit((tx) => tx.setFiling('up-2', 'takenOff'));
      expect(used('p1')).toEqual({ files: 1, bytes: 500, takenOff: { files: 1, bytes: 70 } });
      const own = () => registry.read((reads) => reads.part('documents', theCase.id, ['party:p1'], ALL).items);
      expect(own().map(({ id }) => id)).toEqual(['up-1']);
      expect(registry.read((reads) => reads.part('documents', theCase.id, ['case'], ALL).items)).toEqual([]);

      const filed = { kind: 'DocumentsFiled', documents: ['up-1'], form: 'evidence', audience: 'case' } as const;
      await registry.commit((tx) => tx.save(aStep(tx.caseFile(theCase.id)!, [filed])));
      const shown = registry.read((reads) => reads.part('documents', theCase.id, ['case'], ALL).items);
      expect(shown).toEqual([{ ...upload, audience: 'case', filing: 'filed' }]);
      await registry.commit((tx) => tx.setFiling('up-1', 'takenOff'));
      expect(used('p1').files, 'what is filed stays').toBe(1);

      // Sent once more, in the room, it does not vanish for everyone else; withdrawn, it does.
      const readers = () => registry.read((reads) => reads.document('up-1')?.audience);
      const again = { ...filed, form: 'message', audience: 'room' } as const;
      await registry.commit((tx) => tx.save(aStep(tx.caseFile(theCase.id)!, [again])));
      expect(readers()).toBe('case');
      const withdrawn = { ...filed, form: '', audience: 'caucus:p1' } as const;
      await registry.commit((tx) => tx.save(aStep(tx.caseFile(theCase.id)!, [withdrawn])));
      expect(readers()).toBe('caucus:p1');
    });

    it('keeps the ledger of fees, the tasks, the orders and the messages', async () => {
      const { registry, theCase, at } = await afterFacts(makeRegistry, [
        { kind: 'FeeMoved', id: 'fee-1', fee: 'application', movement: 'charged', amount: 7_500, currency: 'CAD' },
        {
          kind: 'TaskOpened',
          id: 'task-1',
          task: 'review',
          queue: 'registrar',
          title: { en: 'Review' },
          priority: 'high',
          dueAt: minute(99),
        },
        {
          kind: 'OrderIssued',
          id: 'order-1',
          order: 'consent',
          document: 'consent-order',
          terms: ['Pay $600.'],
          amount: 60_000,
          currency: 'CAD',
          code: 'X7',
        },
        { kind: 'OrderMoved', order: 'order-1', standing: 'replaced', replacedBy: 'order-2' },
        { ...aMessage('case', 'Hello'), id: 'message-1' },
      ]);
      const caseId = theCase.id;
      expect(
        registry.read((reads) => [
          reads.part('fees', caseId, [], ALL).items,
          reads.part('tasks', caseId, [], ALL).items,
          reads.part('orders', caseId, [], ALL).items,
          reads.part('messages', caseId, ['case'], ALL).items,
        ]),
      ).toEqual([
        [{ caseId, at, id: 'fee-1', fee: 'application', movement: 'charged', amount: 7_500, currency: 'CAD' }],
        [
          {
            caseId,
            id: 'task-1',
            task: 'review',
            queue: 'registrar',
            title: { en: 'Review' },
            priority: 'high',
            openedAt: at,
            dueAt: minute(99),
            closedAt: null,
          },
        ],
        [
          {
            caseId,
            at,
            id: 'order-1',
            order: 'consent',
            document: 'consent-order',
            terms: ['Pay $600.'],
            amount: 60_000,
            currency: 'CAD',
            code: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/),
            standing: 'replaced',
            standingAt: at,
            replacedBy: 'order-2',
          },
        ],
        [
          {
            caseId,
            at,
            id: 'message-1',
            by: { kind: 'person', userId: 'ada', role: 'applicant' },
            body: 'Hello',
            attachments: [],
            audience: 'case',
          },
        ],
      ]);
      await registry.commit((tx) =>
        tx.save(aStep(tx.caseFile(caseId)!, [{ kind: 'TaskClosed', id: 'task-1' }], { at: minute(5) })),
      );
      expect(registry.read((reads) => reads.part('tasks', caseId, [], ALL).items)).toMatchObject([
        { id: 'task-1', closedAt: minute(5) },
      ]);
    });

    it('keeps offers in the room, and what became of them', async () => {
      const offer = anOffer();
      const { registry, theCase } = await afterFacts(makeRegistry, [{ kind: 'OfferMade', offer }]);
      const declined = { ...offer, status: 'declined' } as const;
      await registry.commit((tx) =>
        tx.save(aStep(tx.caseFile(theCase.id)!, [{ kind: 'OfferMoved', offer: declined }])),
      );
      const read = (...audiences: ('case' | 'room')[]) =>
        registry.read((reads) => reads.part('offers', theCase.id, audiences, ALL).items);
      expect(read('case')).toEqual([]);
      expect(read('case', 'room')).toEqual([{ ...declined, caseId: theCase.id, audience: 'room' }]);
    });

    it('publishes a decision, and finds it by its words', async () => {
      const issued = {
        kind: 'DecisionIssued',
        id: 'dec-1',
        decision: 'final',
        document: 'decision',
        reasons: ['The bicycle came late.'],
        decidedBy: 'mo',
      } as const;
      const { registry, theCase } = await afterFacts(makeRegistry, [issued]);
      expect(registry.read((reads) => reads.publishedDecisions({}, ALL)).items).toEqual([]);

      const published = {
        kind: 'DecisionPublished',
        decision: 'dec-1',
        title: 'A. B. v. B. L.',
        summary: 'Delivery of a Bicyclé',
      } as const;
      await registry.commit((tx) => tx.save(aStep(tx.caseFile(theCase.id)!, [published], { at: minute(9) })));
      const row = {
        id: 'dec-1',
        reference: theCase.reference,
        title: 'A. B. v. B. L.',
        summary: 'Delivery of a Bicyclé',
        decision: 'final',
        issuedAt: minute(1),
        publishedAt: minute(9),
        workflow: 'small-claims',
        publishedOn: minute(9).slice(0, 10),
        type: null,
        outcome: null,
        order: null,
        standing: 'in-force',
        standingAt: null,
      };
      const found = (q?: string) => registry.read((reads) => reads.publishedDecisions({ q }, ALL)).items;
      expect(found()).toEqual([row]);
      expect(found('bicycle deliv')).toEqual([row]);
      expect(found('late')).toEqual([]);
      expect(registry.read((reads) => reads.part('decisions', theCase.id, [], ALL)).items).toMatchObject([
        { id: 'dec-1', decidedBy: 'mo', published: { title: row.title, summary: row.summary, at: minute(9) } },
      ]);
    });

    it('lets a published decision fall with the order on its paper, and with no other', async () => {
      const decision = { kind: 'DecisionIssued', decision: 'default', reasons: ['No answer.'] } as const;
      const order = { kind: 'OrderIssued', order: 'default', terms: ['Pay.'], currency: 'CAD' } as const;
      const facts = ['one', 'other'].flatMap((document): Fact[] => [
        { ...decision, id: `decision on ${document}`, document },
        { ...order, id: `order on ${document}`, document, code: document },
        { kind: 'DecisionPublished', decision: `decision on ${document}`, title: 'A.B. v. C.D.', summary: '' },
      ]);
      const { registry, theCase } = await afterFacts(makeRegistry, facts);
      const cancelled = { kind: 'OrderMoved', order: 'order on one', standing: 'cancelled' } as const;
      await registry.commit((tx) => tx.save(aStep(tx.caseFile(theCase.id)!, [cancelled], { at: minute(7) })));
      const { items } = registry.read((reads) => reads.publishedDecisions({}, ALL));
      expect(items.map(({ id, standing, standingAt }) => [id, standing, standingAt])).toEqual([
        ['decision on other', 'in-force', null],
        ['decision on one', 'cancelled', minute(7)],
      ]);
    });

    it('counts the open cases of each facilitator', async () => {
      const { registry, theCase } = await afterFacts(makeRegistry, [
        { kind: 'Assigned', role: 'facilitator', userId: 'fay' },
      ]);
      const second = aCaseOpened({}, [{ kind: 'Assigned', role: 'facilitator', userId: 'fay' }]);
      const third = aCaseOpened({}, [{ kind: 'Assigned', role: 'facilitator', userId: 'finn' }]);
      await saveAll(registry, [second, third]);
      const load = () => Object.fromEntries(registry.read((reads) => reads.caseload('facilitator')));
      expect(load()).toEqual({ fay: 2, finn: 1 });

      await registry.commit((tx) => {
        tx.save(aStep(tx.caseFile(theCase.id)!, [{ kind: 'Unassigned', role: 'facilitator', userId: 'fay' }]));
        tx.save(aStep(second.next, [], { changes: { status: 'closed', stage: 'closed', closedAt: minute(3) } }));
      });
      expect(load()).toEqual({ finn: 1 });
      expect(registry.read((reads) => reads.caseload('member')).size).toBe(0);
    });

    it('counts what health checks ask for', async () => {
      const deadline = aDeadline();
      const { registry, theCase } = await afterFacts(makeRegistry, [
        { kind: 'DeadlineSet', deadline, audience: 'case' },
        aNotice(),
      ]);
      const counts = () => registry.read((reads) => reads.counts());
      expect(counts()).toEqual({ cases: 1, openCases: 1, pendingDeadlines: 1, outbox: 1, deadLetters: 0 });
      const [mail] = await registry.commit((tx) => tx.lease(minute(5), minute(6), 10));
      await registry.commit((tx) => {
        tx.bury(mail!.key, minute(6), 'no such mailbox');
        const closed = { status: 'closed', stage: 'closed', closedAt: minute(3) } as const;
        const ended = { kind: 'DeadlineEnded', id: deadline.id, name: deadline.name, how: 'dropped' } as const;
        tx.save(aStep(tx.caseFile(theCase.id)!, [ended], { changes: closed }));
      });
      expect(counts()).toEqual({ cases: 1, openCases: 0, pendingDeadlines: 0, outbox: 0, deadLetters: 1 });
    });
  });
}

/** A case, and a second entry from which these facts followed. */
async function afterFacts(
  makeRegistry: MakeRegistry,
  facts: readonly Fact[],
): Promise<{ registry: Registry; theCase: CaseFile; at: string }> {
  const registry = await makeRegistry();
  const opened = aCaseOpened();
  const step = aStep(opened.next, facts);
  await registry.commit((tx) => {
    tx.save(opened);
    tx.save(step);
  });
  return { registry, theCase: step.next, at: step.entry.at };
}
