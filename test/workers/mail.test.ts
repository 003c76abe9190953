import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loopbackCertificate } from '../effects/loopback-certificate.ts';
import { openPostOffice, type PostOffice, type Script } from '../effects/post-office.ts';
import { aCaller } from '../http/a-caller.ts';
import { aWorkerd, aWorkerdFolder } from './a-workerd.ts';

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

const onlyForMembers: Script = {
  ...loopbackCertificate,
  disabledCommands: [],
  authOptional: false,
  onAuth: ({ username, password }, _, done) =>
    username === 'parley' && password === 'secret' ? done(null, { user: username }) : done(new Error('who are you?')),
};

describe('mail from a Worker', () => {
  it('goes out under TLS from the first byte, to a server that is named', async () => {
    const office = await anOffice({ ...loopbackCertificate, secure: true });
    await askForACode(office.url('smtps').replace('127.0.0.1', 'localhost'));
    await expectACode(office);
  });

  it('goes out under STARTTLS, with a password, to a server that is named', async () => {
    const office = await anOffice(onlyForMembers);
    await askForACode(`${office.url('smtp', 'parley:secret').replace('127.0.0.1', 'localhost')}?tls=required`);
    await expectACode(office);
  });

  it('does not go to a server whose certificate nobody vouches for', async () => {
    const office = await anOffice({ ...loopbackCertificate, secure: true });
    const output = await askForACode(office.url('smtps'), { trusted: false });
    await vi.waitFor(() => expect(output()).toMatch(/TLS/i), SOON);
    expect(office.letters).toEqual([]);
  });
});

const SOON = { timeout: 15_000, interval: 50 };

async function anOffice(script: Script): Promise<PostOffice> {
  const office = await openPostOffice(script);
  undo.push(office.close);
  return office;
}

/** Answers what the runtime prints. */
async function askForACode(smtpUrl: string, { trusted = true } = {}): Promise<() => string> {
  const { folder, remove } = aWorkerdFolder();
  undo.push(remove);
  const certificate = join(folder, 'certificate.pem');
  writeFileSync(certificate, loopbackCertificate.cert);
  const variables = { PARLEY_MODE: 'demo', LOG_LEVEL: 'error', SMTP_URL: smtpUrl };
  const environment = trusted ? { NODE_EXTRA_CA_CERTS: certificate } : {};
  const workerd = await aWorkerd({ folder, variables, environment });
  undo.push(workerd.kill);
  const json = { email: 'registrar@demo.example' };
  const asked = await aCaller(workerd.origin).call('POST', '/api/v1/auth/codes', { json });
  expect(asked.status).toBe(202);
  return workerd.output;
}

async function expectACode(office: PostOffice): Promise<void> {
  await vi.waitFor(() => expect(office.letters).toHaveLength(1), SOON);
  expect(office.letters[0]?.email.text).toMatch(/\b\d{6}\b/);
}
