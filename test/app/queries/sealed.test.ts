import { describe, expect, it } from 'vitest';
import { handleCommand } from '../../../src/app/handle-command.ts';
import { listPart } from '../../../src/app/queries/list-part.ts';
import { readCase } from '../../../src/app/queries/read-case.ts';
import { readDocument } from '../../../src/app/queries/read-document.ts';
import { createDiskBlobStore } from '../../../src/effects/blobs/blob-store.ts';
import { aFolder } from '../../store/a-registry.ts';
import { ada, afterwards, ben, CASE, fay, mia, nora, PARTIES, rita, STORY } from '../a-dispute.ts';
import { idOf, type TestTribunal } from '../a-tribunal.ts';

const page = { limit: 100 };

describe('what is sealed', () => {
  const audits = ({ database }: TestTribunal) =>
    database.connection
      .prepare('select user_id as who, action, subject from audit where action = ?')
      .all('sealed.read');

  it('is shown to the registry, and each look is written down', async () => {
    const tribunal = await afterwards(STORY.assigned);
    expect((await readCase(tribunal, rita, CASE, 'en'))?.data.application).toMatchObject({
      bank: 'Bank 001, account 42',
    });
    expect(audits(tribunal)).toEqual([
      { who: 'rita', action: 'sealed.read', subject: `case/${CASE}/answers/data.application.bank` },
    ]);
    await readCase(tribunal, rita, CASE, 'en');
    expect(audits(tribunal)).toHaveLength(2);
  });

  it('is shown to nobody else, who leave no trace', async () => {
    const tribunal = await afterwards(STORY.assigned);
    for (const viewer of [ada, ben, fay, mia, nora]) {
      expect((await readCase(tribunal, viewer, CASE, 'en'))?.data.application?.bank).toBeUndefined();
    }
    expect(audits(tribunal)).toEqual([]);
  });

  it('is written down as well when it is shown in answer to something done', async () => {
    const tribunal = await afterwards(STORY.toDecision);
    const ports = { ...tribunal, blobs: createDiskBlobStore(aFolder()) };
    const assign = { type: 'ASSIGN', data: { role: 'member', user: 'mia' } };
    expect(await handleCommand(ports, rita, CASE, assign, 'en')).toMatchObject({
      data: { application: { bank: 'Bank 001, account 42' } },
    });
    expect(audits(tribunal)).toHaveLength(1);
  });

  it('is written down as well when it is a document, in a list or by itself', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const id = idOf('medical report');
    const file = {
      title: 'Report',
      filename: 'report.pdf',
      mime: 'application/pdf',
      size: 9,
      sha256: '0'.repeat(64),
      content: null,
    };
    const at = { createdAt: tribunal.clock.now(), party: PARTIES.ada, uploadedBy: 'ada' };
    const open = { filing: 'filed', quarantine: null, heldFor: null } as const;
    await tribunal.registry.commit((tx) =>
      tx.insertUpload({
        id,
        caseId: CASE,
        origin: 'uploaded',
        document: null,
        ...file,
        ...at,
        ...open,
        audience: 'sealed',
      }),
    );
    for (const viewer of [ada, ben, fay, mia]) {
      expect(await readDocument(tribunal, viewer, id, 'en'), viewer.name).toBeUndefined();
      const { items } = (await listPart(tribunal, viewer, CASE, 'documents', page, 'en')) ?? { items: [] };
      expect(items.map((one) => one.id)).not.toContain(id);
    }
    expect(audits(tribunal)).toEqual([]);
    expect(await readDocument(tribunal, rita, id, 'en')).toMatchObject({
      document: { title: 'Report', uploadedBy: 'Ada Byron', party: PARTIES.ada, isReady: true, readers: 'registry' },
      sha256: file.sha256,
    });
    await listPart(tribunal, rita, CASE, 'documents', page, 'en');
    expect(audits(tribunal).map((row) => (row as { subject: string }).subject)).toEqual([
      `document/${id}`,
      `case/${CASE}/documents/${id}`,
    ]);
  });

  it('is not shown when the look cannot be written down', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const full = {
      ...tribunal,
      registry: { ...tribunal.registry, commit: () => Promise.reject(new Error('disk full')) },
    };
    await expect(readCase(full, rita, CASE, 'en')).rejects.toThrow('disk full');
    expect(await readCase(full, ada, CASE, 'en')).toBeDefined();
  });
});
