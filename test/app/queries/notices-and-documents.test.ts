import { describe, expect, it } from 'vitest';
import { listPart } from '../../../src/app/queries/list-part.ts';
import { readDocument } from '../../../src/app/queries/read-document.ts';
import { readNotice } from '../../../src/app/queries/read-notice.ts';
import type { Viewer } from '../../../src/domain/viewer.ts';
import { ada, afterwards, ben, CASE, hana, rita, STORY } from '../a-dispute.ts';
import { idOf, someone, type TestTribunal } from '../a-tribunal.ts';

const page = { limit: 100 };

describe('a notice', () => {
  const served = async (tribunal: TestTribunal, viewer: Viewer) =>
    (await listPart(tribunal, viewer, CASE, 'notices', page, 'en'))?.items.find(
      ({ notice }) => notice === 'dispute-notice',
    )?.id ?? '';

  it('is read when its party opens it, not when the registry looks', async () => {
    const tribunal = await afterwards(STORY.assigned);
    const id = await served(tribunal, rita);
    expect(await readNotice(tribunal, rita, id, 'en')).toMatchObject({ readAt: null });
    const readAt = tribunal.clock.now();
    expect(await readNotice(tribunal, ben, id, 'en')).toMatchObject({ readAt });
    tribunal.clock.advance({ days: 1 });
    expect(await readNotice(tribunal, ben, id, 'en')).toMatchObject({ readAt });
    expect(await readNotice(tribunal, rita, id, 'en')).toMatchObject({ readAt });
    expect(await readNotice(tribunal, ada, id, 'en')).toBeUndefined();
    expect(await readNotice(tribunal, { kind: 'stranger' }, id, 'en')).toBeUndefined();
  });

  it('is not read for a party by who only helps them', async () => {
    const tribunal = await afterwards(STORY.decided);
    const { items } = (await listPart(tribunal, hana, CASE, 'notices', page, 'en')) ?? { items: [] };
    const id = items.find(({ notice }) => notice === 'decision')?.id ?? '';
    expect(await readNotice(tribunal, hana, id, 'en')).toMatchObject({ to: { name: 'Ada Byron' }, readAt: null });
    expect(await readNotice(tribunal, ada, id, 'en')).toMatchObject({ readAt: tribunal.clock.now() });
  });
});

describe('a document', () => {
  it('is found by its id by who may read it', async () => {
    const tribunal = await afterwards(STORY.decided);
    const [newest] = (await listPart(tribunal, ben, CASE, 'documents', page, 'en'))?.items ?? [];
    const found = await readDocument(tribunal, ben, newest?.id ?? '', 'en');
    expect(found).toMatchObject({ document: { origin: 'issued', document: 'decision', isReady: false }, sha256: null });
    expect(await readDocument(tribunal, someone('zoe'), newest?.id ?? '', 'en')).toBeUndefined();
    expect(await readDocument(tribunal, ben, idOf('no document'), 'en')).toBeUndefined();
  });
});
