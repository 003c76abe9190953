import { afterEach, describe, expect, it } from 'vitest';
import { createMailer, type MailerOptions } from '../../src/effects/mail/mail.ts';
import type { MailMessage } from '../../src/effects/mail/mail-message.ts';
import { mailMessageId } from '../../src/effects/mail/mail-message-id.ts';
import { loopbackCertificate } from './loopback-certificate.ts';
import { openPostOffice, type PostOffice, type Script, smtpError } from './post-office.ts';

const tribunal = { address: 'notices@tribunal.example', name: 'Civil Disputes Tribunal' };
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function office(script?: Script): Promise<PostOffice> {
  const opened = await openPostOffice(script);
  closers.push(opened.close);
  return opened;
}

function mailer(url: string, options: Partial<MailerOptions> = {}) {
  const opened = createMailer({ url, from: tribunal, timeoutMs: 2_000, ...options });
  closers.push(() => opened.close(100));
  return opened;
}

const notice: MailMessage = {
  messageId: mailMessageId('CASE/7/dispute-notice/PARTY/email', 'tribunal.example'),
  to: { address: 'rosa@people.example', name: 'Rosa Okafor' },
  subject: 'A claim was made against you: CDT-2026-004817',
  text: 'You must answer by Monday 16 March 2026.',
  html: '<html lang="en"><body><p>You must answer by Monday 16 March 2026.</p></body></html>',
  attachments: [],
};

describe('a notice that is sent by mail', () => {
  it('reaches the respondent with its text, its page, its document and its names', async () => {
    const post = await office();
    const bytes = new TextEncoder().encode('%PDF-1.7 é');
    const outcome = await mailer(post.url()).send({
      ...notice,
      replyTo: { address: 'registry@tribunal.example' },
      attachments: [{ filename: 'Avis de différend.pdf', contentType: 'application/pdf', bytes }],
      caseReference: 'CDT-2026-004817',
      notice: 'dispute-notice',
    });

    expect(outcome).toMatchObject({ kind: 'accepted', response: expect.stringMatching(/^250 /) });
    const [letter] = post.letters;
    expect(letter).toMatchObject({ from: 'notices@tribunal.example', to: ['rosa@people.example'] });
    expect(letter?.email).toMatchObject({
      messageId: notice.messageId,
      from: tribunal,
      to: [notice.to],
      replyTo: [{ address: 'registry@tribunal.example' }],
      subject: notice.subject,
      text: `${notice.text}\n`,
    });
    expect(letter?.email.html).toContain('Monday 16 March 2026');
    expect(letter?.email.attachments[0]).toMatchObject({
      filename: 'Avis de différend.pdf',
      mimeType: 'application/pdf',
    });
    expect(new Uint8Array(letter?.email.attachments[0]?.content as ArrayBuffer)).toEqual(bytes);
    const headers = Object.fromEntries(letter?.email.headers.map(({ key, value }) => [key, value]) ?? []);
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-parley-case': 'CDT-2026-004817',
      'x-parley-notice': 'dispute-notice',
    });
    expect(headers).not.toHaveProperty('list-unsubscribe');
  });

  it('asks a server that can for word of failure and delay', async () => {
    const post = await office({ hideDSN: false });
    await mailer(post.url()).send(notice);
    expect(post.letters[0]?.dsn).toEqual({ ret: 'HDRS', envid: notice.messageId.slice(1, -1) });
  });

  it('sends 200 notices through a few connections, each once', async () => {
    const post = await office();
    const { send } = mailer(post.url(), { maxConnections: 3 });
    const ids = Array.from({ length: 200 }, (_, n) => mailMessageId(`CASE/${n}`, 'tribunal.example'));
    const outcomes = await Promise.all(ids.map((messageId) => send({ ...notice, messageId })));
    expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
    expect(post.letters.map(({ email }) => email.messageId).sort()).toEqual([...ids].sort());
    expect(post.connections()).toBeLessThanOrEqual(6);
  });

  it('finishes what is on its way before it closes', async () => {
    const post = await office();
    const opened = mailer(post.url());
    const sending = opened.send(notice);
    await opened.close(2_000);
    expect(await sending).toMatchObject({ kind: 'accepted' });
    expect(await opened.send(notice)).toMatchObject({ kind: 'deferred' });
  });
});

describe('a mail server in trouble', () => {
  const refusing = (at: 'onMailFrom' | 'onRcptTo', code: number, words: string): Script => ({
    [at]: (_address: unknown, _session: unknown, done: (error: Error) => void) => done(smtpError(code, words)),
  });

  it('that is too busy for this recipient is tried again later', async () => {
    const post = await office(refusing('onRcptTo', 450, '4.2.1 mailbox busy'));
    expect(await mailer(post.url()).send(notice)).toEqual({
      kind: 'deferred',
      reason: 'temporary-refusal',
      code: 450,
      response: expect.stringContaining('mailbox busy'),
      mayHaveArrived: false,
      alarm: false,
    });
  });

  it('that knows no such recipient ends the attempt', async () => {
    const post = await office(refusing('onRcptTo', 550, '5.1.1 no such user'));
    expect(await mailer(post.url()).send(notice)).toEqual({
      kind: 'rejected',
      reason: 'recipient-refused',
      code: 550,
      response: expect.stringContaining('no such user'),
    });
  });

  it('that greylists takes the same mail a little later', async () => {
    let knocks = 0;
    const post = await office({
      onRcptTo: (_address, _session, done) => {
        knocks += 1;
        done(knocks === 1 ? smtpError(451, '4.7.1 greylisted, come back') : null);
      },
    });
    const { send } = mailer(post.url());
    expect(await send(notice)).toMatchObject({ kind: 'deferred', code: 451 });
    expect(await send(notice)).toMatchObject({ kind: 'accepted' });
    expect(post.letters.map(({ email }) => email.messageId)).toEqual([notice.messageId]);
  });

  it('that refuses the message itself ends the attempt', async () => {
    const post = await office({ onLetter: () => smtpError(554, '5.6.0 content refused') });
    expect(await mailer(post.url()).send(notice)).toMatchObject({
      kind: 'rejected',
      reason: 'message-refused',
      code: 554,
    });
  });

  it('that cannot store the message now is tried again later, and has it not', async () => {
    const post = await office({ onLetter: () => smtpError(452, '4.3.1 out of space') });
    expect(await mailer(post.url()).send(notice)).toMatchObject({ kind: 'deferred', code: 452, mayHaveArrived: false });
  });

  it('that refuses our own address keeps the mail and raises the alarm', async () => {
    const post = await office(refusing('onMailFrom', 550, '5.7.1 sender not allowed'));
    expect(await mailer(post.url()).send(notice)).toMatchObject({
      kind: 'deferred',
      reason: 'sender-refused',
      code: 550,
      alarm: true,
    });
  });

  it('that hangs up after the message may have it: the same Message-ID tells the second copy', async () => {
    let arrived = 0;
    const post = await office({
      onLetter: (letter, open) => {
        arrived += 1;
        if (arrived > 1) return undefined;
        expect(letter.email.messageId).toBe(notice.messageId);
        open.hangUp();
        return 'silence';
      },
    });
    const { send } = mailer(post.url());
    expect(await send(notice)).toMatchObject({ kind: 'deferred', reason: 'connection-lost', mayHaveArrived: true });
    expect(arrived).toBe(1);
    expect(await send(notice)).toMatchObject({ kind: 'accepted' });
    expect(post.letters[0]?.email.messageId).toBe(notice.messageId);
  });

  it('that hangs up before the message has it not', async () => {
    const post = await office({ onRcptTo: () => post.hangUp() });
    expect(await mailer(post.url()).send(notice)).toMatchObject({ kind: 'deferred', mayHaveArrived: false });
  });

  it.each([
    ['says nothing when greeted', { onConnect: () => {} }, false],
    ['says nothing after the message', { onLetter: () => 'silence' as const }, true],
  ])('that %s is left within the time-out', async (_fault, script, mayHaveArrived) => {
    const post = await office(script);
    const began = performance.now();
    const outcome = await mailer(post.url(), { timeoutMs: 250 }).send(notice);
    expect(outcome).toMatchObject({ kind: 'deferred', reason: 'timed-out', mayHaveArrived });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('that drips its answers, one word at a time, is left all the same', async () => {
    let dripping: NodeJS.Timeout | undefined;
    const post = await office({
      onLetter: () => {
        dripping = setInterval(() => post.drip('250-wait\r\n'), 20);
        return 'silence';
      },
    });
    const outcome = await mailer(post.url(), { timeoutMs: 200 }).send(notice);
    clearInterval(dripping);
    expect(outcome).toMatchObject({ kind: 'deferred', reason: 'timed-out', mayHaveArrived: true });
  });

  it('that is not there is tried again later', async () => {
    const post = await openPostOffice();
    await post.close();
    expect(await mailer(post.url()).send(notice)).toMatchObject({
      kind: 'deferred',
      reason: 'unreachable',
      alarm: false,
    });
  });

  it('that closed an idle connection is simply called again', async () => {
    const post = await office();
    const { send } = mailer(post.url());
    await send(notice);
    post.hangUp();
    expect(await send(notice)).toMatchObject({ kind: 'accepted' });
    expect(post.letters).toHaveLength(2);
  });
});

describe('a mail server that wants to know who we are', () => {
  const { key, cert } = loopbackCertificate;
  const secured: Script = {
    key,
    cert,
    authOptional: false,
    disabledCommands: [],
    onAuth: (auth, _session, done) =>
      auth.password === 'right' ? done(null, { user: 'parley' }) : done(smtpError(535, '5.7.8 wrong password')),
  };

  it('is given the password under STARTTLS', async () => {
    const post = await office(secured);
    const { send } = mailer(`${post.url('smtp', 'parley:right')}?tls=required`, { ca: cert });
    expect(await send(notice)).toMatchObject({ kind: 'accepted' });
  });

  it('is spoken to in TLS from the first byte under smtps://', async () => {
    const post = await office({ ...secured, secure: true });
    const { send } = mailer(post.url('smtps', 'parley:right'), { ca: cert });
    expect(await send(notice)).toMatchObject({ kind: 'accepted' });
  });

  it('keeps the mail and raises the alarm when the password is wrong', async () => {
    const post = await office(secured);
    const { send } = mailer(post.url('smtp', 'parley:wrong'), { ca: cert });
    expect(await send(notice)).toMatchObject({ kind: 'deferred', reason: 'sign-in-failed', code: 535, alarm: true });
  });

  it('is told nothing when its certificate is not one we trust', async () => {
    const post = await office(secured);
    const { send } = mailer(post.url('smtp', 'parley:right'));
    expect(await send(notice)).toMatchObject({ kind: 'deferred', reason: 'tls-failed', alarm: true });
    expect(post.letters).toEqual([]);
  });

  it('gets no password in clear when it offers no TLS', async () => {
    const post = await office({ ...secured, disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    const { send } = mailer(`${post.url('smtp', 'parley:right')}?tls=required`);
    expect(await send(notice)).toMatchObject({ kind: 'deferred', reason: 'tls-failed', alarm: true });
  });
});
