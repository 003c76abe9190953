import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailer, type Mailer } from '../../src/effects/mail/mail.ts';
import { mailMessageId } from '../../src/effects/mail/mail-message-id.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

const HOSTILE = [
  'Claim\r\nBcc: evil@evil.example',
  'Claim\nBcc: evil@evil.example\n\n<h1>forged</h1>',
  'Claim\rTo: evil@evil.example',
  'Claim\u2028Bcc: evil@evil.example',
  'Claim\u0000\u0007\u001b[31m',
  '"Rosa" <evil@evil.example>',
  'Rosa, evil@evil.example',
  '=?utf-8?B?ZXZpbA==?= <evil@evil.example>',
  'Décision n° 4 — « réclamation » 争议 ⚖️',
  'Refund \u202Egpj.exe',
  'lone \uD83D surrogate',
  `${'very '.repeat(200)}long`,
];

let post: PostOffice;
let mailer: Mailer;

beforeAll(async () => {
  post = await openPostOffice();
  mailer = createMailer({ url: post.url(), from: { address: 'notices@tribunal.example' }, timeoutMs: 2_000 });
});

afterAll(async () => {
  await mailer.close(100);
  await post.close();
});

async function sendNamed(text: string, n: number) {
  post.letters.length = 0;
  const outcome = await mailer.send({
    messageId: mailMessageId(`CASE/${n}`, 'tribunal.example'),
    to: { address: 'rosa@people.example', name: text },
    from: { address: 'notices@tribunal.example', name: text },
    replyTo: { address: 'registry@tribunal.example', name: text },
    subject: text,
    text: 'Good day.',
    html: '<p>Good day.</p>',
    attachments: [{ filename: text, contentType: 'application/pdf', bytes: new Uint8Array([1]) }],
    caseReference: text,
    notice: text,
  });
  expect(outcome.kind).toBe('accepted');
  const letter = post.letters[0];
  if (!letter) throw new Error('no letter came');
  return letter;
}

function expectOneRecipientAndNoNewHeader(letter: Awaited<ReturnType<typeof sendNamed>>) {
  expect(letter.to).toEqual(['rosa@people.example']);
  expect(letter.email.to?.map(({ address }) => address)).toEqual(['rosa@people.example']);
  expect(letter.email.from?.address).toBe('notices@tribunal.example');
  expect(letter.email.replyTo?.map(({ address }) => address)).toEqual(['registry@tribunal.example']);
  expect(letter.email.bcc).toBeUndefined();
  expect(letter.email.text).toBe('Good day.\n');
  expect(new Set(letter.email.headers.map(({ key }) => key))).toEqual(EXPECTED_HEADERS);
}

const EXPECTED_HEADERS = new Set([
  'message-id',
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'mime-version',
  'content-type',
  'auto-submitted',
  'x-parley-case',
  'x-parley-notice',
]);

describe('a name or a subject that someone else wrote', () => {
  it.each(HOSTILE.map((text, n) => [text, n] as const))(
    'starts no header and adds no recipient: %j',
    async (text, n) => {
      expectOneRecipientAndNoNewHeader(await sendNamed(text, n));
    },
  );

  it('arrives readable, without its controls', async () => {
    expect((await sendNamed('Décision\r\nn° 4 \u202E⚖️', 100)).email.subject).toBe('Décision n° 4 ⚖️');
  });

  it('does no harm, whatever it holds', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '@', '<', '>', '"', ',', ':', ';', '\\', '\r', '\n', '\t', '争', '=?', '?=', '('),
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(
        text.filter((some) => /[a-zé争]/.test(some)),
        async (some) => {
          expectOneRecipientAndNoNewHeader(await sendNamed(some, 200));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('cannot name a file of ours: paths and addresses are text', async () => {
    const letter = await sendNamed('file:///etc/passwd', 300);
    expect(letter.email.attachments[0]?.content).toEqual(new Uint8Array([1]).buffer);
  });
});

describe('an address that cannot be one', () => {
  it.each([
    'rosa@people.example\r\nRCPT TO:<evil@evil.example>',
    '"a@evil.example"@people.example',
    'rosa@people.example,evil@evil.example',
  ])('is refused before any server hears of it: %j', async (address) => {
    post.letters.length = 0;
    const outcome = await mailer.send({
      messageId: mailMessageId('CASE/1', 'tribunal.example'),
      to: { address },
      subject: 'x',
      text: 'x',
      html: 'x',
      attachments: [],
    });
    expect(outcome).toMatchObject({ kind: 'rejected', reason: 'address-invalid' });
    expect(post.letters).toEqual([]);
  });
});
