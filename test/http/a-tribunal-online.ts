import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, vi } from 'vitest';
import { startServer } from '../../src/runtime/server/start-server.ts';
import { readSettings, type Settings } from '../../src/runtime/settings/read-settings.ts';
import { type Letter, openPostOffice, type PostOffice } from '../effects/post-office.ts';
import { aCaller, type Caller } from './a-caller.ts';
import { aPerson, type Person } from './a-person.ts';

/** A server as people meet it: a port, a mail server it sends through, and a clock that can be turned. */
export interface TribunalOnline {
  readonly origin: string;
  readonly office: PostOffice;
  /** Nobody who has signed in. */
  readonly stranger: Caller;
  /** Asks for a code, reads it in the mail that arrives, and signs in with it. */
  signIn(email: string): Promise<Person>;
  /** Lets time pass (an ISO 8601 duration); answers the date in British Columbia then. */
  advance(duration: string): Promise<string>;
  /** Letters about a notice of a case, once as many as expected have arrived. */
  letters(reference: string, notice: string, count: number): Promise<readonly Letter[]>;
  stop(): Promise<void>;
}

/** A demonstration that runs somewhere, with nothing in it that another test made. */
export interface StartedServer {
  readonly origin: string;
  stop(): Promise<void>;
}
/** Starts one, which sends its mail through this mail server. */
export type StartServer = (smtpUrl: string) => Promise<StartedServer>;

/** A tribunal on whichever runtime, with mail that really leaves. */
export async function tribunalOnline(start: StartServer): Promise<TribunalOnline> {
  const office = await openPostOffice();
  const server = await start(office.url());
  const { origin } = server;
  const stranger = aCaller(origin);
  return {
    origin,
    office,
    stranger,
    signIn: (email) => signIn(origin, office, email),
    advance: (duration) => advance(stranger, duration),
    letters: (reference, notice, count) => lettersAbout(office, reference, notice, count),
    async stop() {
      await server.stop();
      await office.close();
    },
  };
}

/** As `npm start` does. */
export const onNode: StartServer = async (smtpUrl) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-http-'));
  const server = await startServer(demoSettings(folder, smtpUrl), pino({ level: 'silent' }));
  return {
    origin: `http://127.0.0.1:${server.port}`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

function demoSettings(folder: string, smtpUrl: string): Settings {
  const read = readSettings({
    PARLEY_MODE: 'demo',
    PORT: '0',
    HOST: '127.0.0.1',
    PARLEY_DATA: folder,
    SMTP_URL: smtpUrl,
    LOG_LEVEL: 'silent',
  });
  if (!read.ok) throw new Error(read.problems.join());
  return read.settings;
}

const SOON = { timeout: 10_000, interval: 20 };

async function signIn(origin: string, office: PostOffice, email: string): Promise<Person> {
  const before = office.letters.length;
  const visitor = aCaller(origin);
  const asked = await visitor.call('POST', '/api/v1/auth/codes', { json: { email } });
  expect([asked.status, asked.text]).toEqual([202, '{}']);
  const code = await vi.waitFor(() => {
    const letter = office.letters
      .slice(before)
      .find(({ to, raw }) => to.includes(email) && !/^x-parley-case/im.test(raw));
    const found = /\b\d{6}\b/.exec(letter?.email.text ?? '')?.[0];
    if (!found) throw new Error(`no code has come to ${email}`);
    return found;
  }, SOON);
  const signedIn = await visitor.call('POST', '/api/v1/auth/sessions', { json: { email, code } });
  expect(signedIn.status, signedIn.text).toBe(201);
  const { token, user } = signedIn.json<{ token: string; user: { id: string; email: string } }>();
  expect(user.email).toBe(email);
  return aPerson(aCaller(origin, token), user.id, email);
}

async function advance(visitor: Caller, duration: string): Promise<string> {
  const turned = await visitor.call('POST', '/dev/clock', { json: { advance: duration } });
  expect(turned.status, turned.text).toBe(200);
  return dateInVictoria(turned.json<{ now: string }>().now);
}

/** The plain date of an instant where the tribunal sits. */
export function dateInVictoria(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('America/Vancouver').toPlainDate().toString();
}

function lettersAbout(office: PostOffice, reference: string, notice: string, count: number) {
  return vi.waitFor(() => {
    const found = office.letters.filter(
      ({ email }) => headerOf(email, 'x-parley-case') === reference && headerOf(email, 'x-parley-notice') === notice,
    );
    expect(
      found.map(({ to }) => to.join()),
      `letters about ${notice}`,
    ).toHaveLength(count);
    return found;
  }, SOON);
}

export function headerOf(email: Letter['email'], name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value;
}
