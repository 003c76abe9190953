import { expect, it } from 'vitest';

import { aCaseOpened, minute } from './a-decision.ts';
import { aRegistry } from './a-registry.ts';

const DAY = 24 * 60;

it('forgets answers, counts, sessions and codes when their time is over, a bite at a time', async () => {
  const { registry } = aRegistry();
  const answer = { requestHash: 'ab', status: 200, body: '{}' };
  await registry.commit((tx) => {
    tx.insertUser({ id: 'ada', email: 'ada@example.org', name: 'Ada', language: 'en', roles: [] }, minute(0));
    for (let n = 0; n < 250; n += 1) tx.rememberIdempotent('ada', `old ${n}`, { ...answer, at: minute(0) });
    tx.rememberIdempotent('ada', 'new', { ...answer, at: minute(10) });
    tx.countRequest('old', minute(0));
    tx.countRequest('new', minute(10));
    const proof = { provenAt: minute(0), provenBy: 'mail' } as const;
    const session = { userId: 'ada', createdAt: minute(0), lastSeenAt: minute(0), ...proof };
    const attempt = {
      browserHash: 'b',
      nonce: 'n',
      verifier: 'v',
      purpose: 'signIn',
      userId: null,
      next: '/',
    } as const;
    tx.putAttempt('old', { ...attempt, expiresAt: minute(5) });
    tx.putAttempt('new', { ...attempt, expiresAt: minute(2 * DAY) });
    tx.insertSession({ ...session, id: 's1', expiresAt: minute(5) }, 'old');
    tx.insertSession({ ...session, id: 's2', expiresAt: minute(2 * DAY) }, 'new');
    tx.putCode({ email: 'ada@example.org', codeHash: 'x', expiresAt: minute(5), triesLeft: 5 });
  });
  const now = minute(DAY + 5);
  expect([
    await registry.commit((tx) => tx.forgetExpired(now)),
    await registry.commit((tx) => tx.forgetExpired(now)),
    await registry.commit((tx) => tx.forgetExpired(now)),
  ]).toEqual([204, 50, 0]);
  const left = await registry.commit((tx) => [
    tx.idempotent('ada', 'old 249'),
    tx.idempotent('ada', 'new')?.status,
    tx.session('old'),
    tx.session('new')?.user.id,
    tx.countRequest('new', minute(10)),
    tx.countRequest('old', minute(0)),
    tx.takeAttempt('old', 'b', minute(0)),
    tx.takeAttempt('new', 'b', minute(0))?.next,
  ]);
  expect(left).toEqual([undefined, 200, undefined, 'ada', 2, 1, undefined, '/']);
});

it('forgets a form that nobody has gone on with for half a year', async () => {
  const { registry } = aRegistry();
  const opened = aCaseOpened();
  const draft = { userId: 'ada', caseId: opened.next.id, event: 'SUBMIT', party: '', typed: {} };
  await registry.commit((tx) => {
    tx.insertUser({ id: 'ada', email: 'ada@example.org', name: 'Ada', language: 'en', roles: [] }, minute(0));
    tx.save(opened);
    tx.putFormDraft({ ...draft, savedAt: minute(0) });
    tx.putFormDraft({ ...draft, party: 'p1', savedAt: minute(9 * DAY) });
  });
  expect(await registry.commit((tx) => tx.forgetExpired(minute(182 * DAY)))).toBe(0);
  expect(await registry.commit((tx) => tx.forgetExpired(minute(184 * DAY)))).toBe(1);
  const left = registry.read((reads) => ['', 'p1'].map((party) => reads.draft({ ...draft, party })?.savedAt));
  expect(left).toEqual([undefined, minute(9 * DAY)]);
});

it('takes off what a party uploaded half a year ago and nobody went on with', async () => {
  const { registry } = aRegistry();
  const opened = aCaseOpened();
  const caseId = opened.next.id;
  const file = { origin: 'uploaded', document: null, title: 'x', filename: 'x', mime: 'text/plain', size: 1 } as const;
  const rest = { sha256: null, content: null, party: 'p1', quarantine: null, heldFor: null, createdAt: minute(0) };
  const own = { caseId, ...file, ...rest, uploadedBy: 'ada', filing: 'waiting', audience: 'caucus:p1' } as const;
  await registry.commit((tx) => {
    for (const id of ['ada', 'ben'])
      tx.insertUser({ id, email: `${id}@example.org`, name: id, language: 'en', roles: [] }, minute(0));
    tx.save(opened);
    tx.insertUpload({ ...own, id: 'left' });
    tx.insertUpload({ ...own, id: 'filed', filing: 'filed' });
    tx.insertUpload({ ...own, id: 'shown to the tribunal', audience: 'party:p1' });
    tx.insertUpload({ ...own, id: 'young', createdAt: minute(9 * DAY) });
    tx.insertUpload({ ...own, id: 'in hand', uploadedBy: 'ben' });
    tx.putFormDraft({ userId: 'ben', caseId, event: 'SUBMIT', party: '', typed: {}, savedAt: minute(9 * DAY) });
  });
  expect(await registry.commit((tx) => tx.forgetExpired(minute(184 * DAY)))).toBe(1);
  const filings = ['left', 'filed', 'shown to the tribunal', 'young', 'in hand'].map((id) =>
    registry.read((reads) => reads.document(id)?.filing),
  );
  expect(filings).toEqual(['takenOff', 'filed', 'waiting', 'waiting', 'waiting']);
});

it('forgets the codes of letters half a year after they expired', async () => {
  const { registry } = aRegistry();
  const opened = aCaseOpened();
  const invitation = { caseId: opened.next.id, party: 'p1' };
  await registry.commit((tx) => {
    tx.save(opened);
    tx.putInvitation('old', { ...invitation, expiresAt: minute(0) });
    tx.putInvitation('used', { ...invitation, expiresAt: minute(0) });
    tx.useInvitation('used', minute(0));
    tx.putInvitation('new', { ...invitation, expiresAt: minute(9 * DAY) });
  });
  expect(await registry.commit((tx) => tx.forgetExpired(minute(182 * DAY)))).toBe(0);
  expect(await registry.commit((tx) => tx.forgetExpired(minute(184 * DAY)))).toBe(2);
  const left = registry.read((reads) => ['old', 'used', 'new'].map((code) => reads.invitation(code)?.expiresAt));
  expect(left).toEqual([undefined, undefined, minute(9 * DAY)]);
});
