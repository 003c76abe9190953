import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';
import { onTestFinished } from 'vitest';
import type { NotifySettings } from '../../src/effects/notify-texts.ts';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a';

export interface ReceivedText {
  readonly to: string;
  readonly body: string;
  readonly reference: string;
}

interface TextOffice {
  readonly settings: NotifySettings;
  /** What it took, in order. */
  readonly texts: ReceivedText[];
  /** How it answers from now on; undefined: as it should. */
  fault: Fault | undefined;
}

export type Fault =
  /** An answer of its own. */
  | { readonly status: number; readonly error: string; readonly message: string }
  /** It takes the message, and its answer never comes. */
  | 'takes it and hangs'
  | 'hangs';

/** The service of GC Notify on the loopback, as its API is documented: keys as signed tokens, errors as lists, messages found by reference. */
export async function aTextOffice(): Promise<TextOffice> {
  const server = createServer((request, response) => void answer(office, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  const office: TextOffice = {
    settings: { url: `http://127.0.0.1:${port}`, apiKey: `parley-${SERVICE}-${SECRET}`, template: TEMPLATE },
    texts: [],
    fault: undefined,
  };
  return office;
}

async function answer(office: TextOffice, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const say = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const refuse = (status: number, error: string, message: string) =>
    say(status, { status_code: status, errors: [{ error, message }] });
  if (!(await isSigned(request))) return void refuse(403, 'AuthError', 'Invalid token: signature, api token not found');
  const url = new URL(request.url ?? '', 'http://office');
  if (request.method === 'GET' && url.pathname === '/v2/notifications') {
    const found = office.texts.filter(({ reference }) => reference === url.searchParams.get('reference'));
    return void say(200, { notifications: found.map((one) => ({ id: idOf(one), ...one })), links: {} });
  }
  const { fault } = office;
  if (fault === 'hangs') return;
  if (typeof fault === 'object') return void refuse(fault.status, fault.error, fault.message);
  const sent = JSON.parse(await textOf(request)) as Record<string, string> & { personalisation: { message: string } };
  if (sent.template_id !== TEMPLATE) return void refuse(400, 'BadRequestError', 'Template not found');
  const digits = (sent.phone_number ?? '').replace(/\D/g, '');
  if (digits.length < 10) return void refuse(400, 'ValidationError', 'phone_number Not enough digits');
  const taken = { to: sent.phone_number ?? '', body: sent.personalisation.message, reference: sent.reference ?? '' };
  office.texts.push(taken);
  if (fault === 'takes it and hangs') return;
  say(201, { id: idOf(taken), reference: taken.reference, content: { body: taken.body, from_number: '40604' } });
}

async function isSigned({ headers }: IncomingMessage): Promise<boolean> {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  const verified = await jwtVerify(token, new TextEncoder().encode(SECRET), { issuer: SERVICE }).catch(() => undefined);
  return verified !== undefined;
}

const idOf = ({ reference }: ReceivedText) => `notification-${reference}`;

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
