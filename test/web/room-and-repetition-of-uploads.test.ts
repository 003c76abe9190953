import { describe, expect, it } from 'vitest';
import { MAX_CASE_UPLOADS, MAX_PARTY_UPLOADS, roomForUploads } from '../../src/app/documents/room-for-uploads.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { CASE, PARTIES } from '../app/a-dispute.ts';
import { idOf } from '../app/a-tribunal.ts';
import { aWeb } from './a-web.ts';
import { decide, filesOfAda, form, receipt, status, upload, uploadsOf } from './an-upload.ts';

const idsOf = (count: number, kind = 'upload') => Array.from({ length: count }, (_, n) => idOf(`${kind} ${n}`));

describe('a file', () => {
  it('too many fill the room of their party, and of nobody else', async () => {
    const web = await aWeb();
    await filesOfAda(web, idsOf(MAX_PARTY_UPLOADS));
    const { response, document } = await upload(web, 'ada', receipt());
    expect([response.status, document.reason]).toEqual([422, 'CaseFull']);
    expect((await upload(web, 'hana', receipt())).response.status).toBe(422);
    for (const name of ['ben', 'fay'] as const) expect((await upload(web, name, receipt())).response.status).toBe(201);
  });

  it('that was taken off takes no room of its party, until as many again were', async () => {
    const web = await aWeb();
    const { registry } = web.tribunal;
    const ids = idsOf(MAX_PARTY_UPLOADS);
    await filesOfAda(web, ids);
    const full = async () => (await upload(web, 'ada', receipt())).document.reason === 'CaseFull';
    expect(await full()).toBe(true);
    expect((await web.as('ada', 'DELETE', `/api/v1/documents/${ids[0]}`)).status).toBe(204);
    expect([await full(), await full()]).toEqual([false, true]);
    await registry.commit((tx) => {
      for (const id of ids) tx.setFiling(id, 'takenOff');
    });
    await filesOfAda(web, idsOf(MAX_PARTY_UPLOADS - 2, 'more'), 'takenOff');
    expect([await full(), await full()]).toEqual([false, true]);
  });

  it('has less room where more than ten are in the case: they share what a case takes', async () => {
    const process = processFor({
      ...depositDispute,
      roles: { ...depositDispute.roles, respondent: { kind: 'party', min: 1, max: 30, chart: 'respondent' } },
    });
    const web = await aWeb({ ports: { processOf: () => process, definitionOf: () => process.definition } });
    const { registry, clock } = web.tribunal;
    const respondents = Array.from({ length: 19 }, (_, n) => ({ role: 'respondent', name: `Respondent ${n}` }));
    const json = { workflow: 'deposit', parties: [{ role: 'applicant', name: 'Ada' }, ...respondents] };
    const opened = (await (await web.as('ada', 'POST', '/api/v1/cases', { json })).json()) as {
      id: string;
      parties: { id: string }[];
    };
    const send = async () => {
      const sent = await web.as('ada', 'POST', `/api/v1/cases/${opened.id}/documents`, { body: receipt() });
      return ((await sent.json()) as { reason?: string }).reason ?? sent.status;
    };
    const party = opened.parties[0]?.id ?? '';
    const row = { caseId: opened.id, origin: 'uploaded', document: null, quarantine: null, heldFor: null } as const;
    const file = { title: 'x', filename: 'x.txt', mime: 'text/plain', size: 1, sha256: null, content: null } as const;
    const ofAda = { uploadedBy: 'ada', party, audience: `caucus:${party}`, filing: 'waiting' } as const;
    await registry.commit((tx) => {
      for (const id of idsOf(MAX_CASE_UPLOADS / 20 - 1))
        tx.insertUpload({ id, ...row, ...file, ...ofAda, createdAt: clock.now() });
    });
    expect([await send(), await send()]).toEqual([201, 'CaseFull']);
  });

  it('has for all parties together no more room than a case, however many they are', () => {
    for (const parties of [1, 2, 10, 11, 20, 100]) {
      const { bytes, files } = roomForUploads(parties);
      expect(parties * bytes).toBeLessThanOrEqual(2_000 * 1024 * 1024);
      expect(parties * files).toBeLessThanOrEqual(MAX_CASE_UPLOADS);
    }
    expect(roomForUploads(10)).toEqual(roomForUploads(1));
  });

  it('is kept once for one key, though the form around it differs', async () => {
    const web = await aWeb();
    const headers = { 'idempotency-key': 'u1' };
    const [first, second] = [
      await upload(web, 'ada', receipt(), headers),
      await upload(web, 'ada', receipt(), headers),
    ];
    expect(second.document).toEqual(first.document);
    const other = await upload(web, 'ada', form({ file: new File(['Another.'], 'receipt.txt') }), headers);
    expect([other.response.status, other.document.reason]).toEqual([422, 'IdempotencyKeyReused']);
  });

  it('is there for whoever repeats its upload, though the case has closed since, and is stored once', async () => {
    const web = await aWeb();
    const headers = { 'idempotency-key': 'u1' };
    const first = await upload(web, 'ada', receipt(), headers);
    await decide(web);
    const again = await upload(web, 'ada', receipt(), headers);
    expect([again.response.status, again.document]).toEqual([201, first.document]);
    expect(again.response.headers.get('location')).toBe(first.response.headers.get('location'));
    const other = await upload(web, 'ada', form({ file: new File(['Another.'], 'receipt.txt') }), headers);
    expect([other.response.status, other.document.reason]).toEqual([422, 'IdempotencyKeyReused']);
    expect((await upload(web, 'ada', receipt())).document.reason).toBe('CaseClosed');
    expect(await uploadsOf(web)).toEqual([first.document.id]);
  });

  it('is there for whoever repeats its upload, though the room of their party is full by now', async () => {
    const web = await aWeb();
    const headers = { 'idempotency-key': 'u1' };
    const first = await upload(web, 'ada', receipt(), headers);
    await filesOfAda(web, idsOf(MAX_PARTY_UPLOADS - 1));
    expect((await upload(web, 'ada', receipt())).document.reason).toBe('CaseFull');
    const again = await upload(web, 'ada', receipt(), headers);
    expect([again.response.status, again.document]).toEqual([201, first.document]);
  });

  it('that was taken off comes back with the same upload, where there is still a place for it', async () => {
    const web = await aWeb();
    const headers = { 'idempotency-key': 'u1' };
    const { document } = await upload(web, 'ada', receipt(), headers);
    const takeOff = () => web.as('ada', 'DELETE', `/api/v1/documents/${document.id}`);
    await takeOff();
    expect((await upload(web, 'ada', receipt(), headers)).document).toEqual(document);
    expect(await status(web, 'ada', document.id)).toBe(200);
    await takeOff();
    await decide(web);
    expect((await upload(web, 'ada', receipt(), headers)).document.reason).toBe('CaseClosed');
    expect(await status(web, 'ada', document.id)).toBe(404);
  });

  it('is told of to nobody who has lost the case since they uploaded it', async () => {
    const web = await aWeb();
    const headers = { 'idempotency-key': 'u1' };
    expect((await upload(web, 'hana', receipt(), headers)).response.status).toBe(201);
    const actor = { kind: 'person', userId: 'ada', role: 'applicant', party: PARTIES.ada } as const;
    const supporter = `${idOf('invite Hana')}0`;
    await web.tribunal.perform(CASE, 'end', { kind: 'revoke', actor, party: PARTIES.ada, supporter });
    for (const body of [receipt(), form({ file: new File(['Another.'], 'receipt.txt') })])
      expect((await upload(web, 'hana', body, headers)).response.status).toBe(404);
  });
});
