import { expect, it } from 'vitest';
import { putBackUploads } from '../../src/app/documents/put-back-uploads.ts';
import { dropDraft, keepDraft } from '../../src/app/drafts/drafts.ts';
import type { DocumentRow } from '../../src/app/ports/rows.ts';
import { ada, afterwards, ben, CASE, PARTIES, STORY } from './a-dispute.ts';

const PLACE = { caseId: CASE, event: 'SEND_MESSAGE' };
const upload = (id: string): DocumentRow => ({
  id,
  caseId: CASE,
  origin: 'uploaded',
  document: null,
  title: id,
  filename: `${id}.txt`,
  mime: 'text/plain',
  size: 1,
  sha256: '0'.repeat(64),
  content: null,
  uploadedBy: 'ada',
  party: PARTIES.ada,
  filing: 'waiting',
  createdAt: '2026-03-02T17:00:00.000Z',
  audience: `caucus:${PARTIES.ada}`,
  quarantine: null,
  heldFor: null,
});

async function aForm(...files: string[]) {
  const tribunal = await afterwards(STORY.assigned);
  await tribunal.registry.commit((tx) => {
    for (const id of [...files, 'filed']) tx.insertUpload(upload(id));
    tx.insertUpload({ ...upload('filed already'), filing: 'filed' });
  });
  const keep = (...held: string[]) =>
    keepDraft(tribunal, ada, PLACE, ['photos.kept'], held.length > 0 ? { 'photos.kept': held } : {});
  const isThere = (id: string) => tribunal.registry.read((reads) => reads.document(id)?.filing);
  return { tribunal, keep, isThere };
}

it('takes off a file that a form holds no more', async () => {
  const { keep, isThere } = await aForm('a', 'b');
  await keep('a', 'b');
  await keep('b');
  expect([isThere('a'), isThere('b')]).toEqual(['takenOff', 'waiting']);
});

it('takes off what was not filed when the form is gone, and nothing that was', async () => {
  const { tribunal, keep, isThere } = await aForm('a');
  await keep('a', 'filed already');
  await dropDraft(tribunal, ada, PLACE);
  expect([isThere('a'), isThere('filed already')]).toEqual(['takenOff', 'filed']);
});

it('puts back what another tab still holds, for its uploader alone', async () => {
  const { tribunal, keep, isThere } = await aForm('a');
  await keep('a');
  await keep();
  await putBackUploads(tribunal, ben, CASE, ['a']);
  expect(isThere('a')).toBe('takenOff');
  await putBackUploads(tribunal, ada, CASE, ['a', 'nothing', 'filed already']);
  expect([isThere('a'), isThere('filed already')]).toEqual(['waiting', 'filed']);
});
