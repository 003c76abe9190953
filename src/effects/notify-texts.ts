import axios, { isAxiosError } from 'axios';
import { NotifyClient } from 'notifications-node-client';
import type { OutgoingText, SendOutcome } from '../app/ports/effects.ts';

/** How to reach GC Notify, or GOV.UK Notify, whose API is the same. */
export interface NotifySettings {
  /** `https://api.notification.canada.ca`, without a slash at the end. */
  readonly url: string;
  /** Ends in the service's id and the secret, 36 characters each. */
  readonly apiKey: string;
  /** A template whose whole text is `((message))`. */
  readonly template: string;
}

const TIMEOUT_MS = 15_000;
/** What the service says of our key or our account, and not of this number. */
const OUR_FAULT = /team-only|trial mode|restricted mode|template|service/i;

/**
 * Text messages by GC Notify. Never throws for what the service, the network or a number does. A message that may have gone
 * out before is first looked for by its reference, so that nobody is sent the same twice.
 */
export function createTextSender(
  { url, apiKey, template }: NotifySettings,
  timeoutMs = TIMEOUT_MS,
): (text: OutgoingText) => Promise<SendOutcome> {
  const client = new NotifyClient(url, apiKey);
  client.setClient(axios.create({ timeout: timeoutMs, maxRedirects: 0, proxy: false }));
  return async ({ to, body, reference, isRepeated }) => {
    try {
      const earlier = isRepeated ? await earlierOf(client, reference) : undefined;
      if (earlier !== undefined) return accepted(earlier);
      const { data } = await client.sendSms(template, dialled(to), { personalisation: { message: body }, reference });
      return accepted(data.id);
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

async function earlierOf(client: NotifyClient, reference: string): Promise<string | undefined> {
  const { data } = await client.getNotifications('sms', undefined, reference);
  return data.notifications.find((one) => one.reference === reference)?.id;
}

function accepted(id: string): SendOutcome {
  return { kind: 'accepted', response: `GC Notify took it: ${id}` };
}

/** As people write it, without what no telephone needs. */
function dialled(number: string): string {
  return number.replace(/[^+0-9]/g, '');
}

/** Nothing of the request is repeated: it holds the number and our key. */
function outcomeOf(error: unknown): SendOutcome {
  if (!isAxiosError(error)) throw error;
  const status = error.response?.status;
  if (status === undefined) return deferred(`no answer: ${error.code ?? 'unknown'}`);
  const response = `${status} ${reasonIn(error.response?.data)}`.trim();
  if (status === 400 && !OUR_FAULT.test(response)) return { kind: 'rejected', response };
  const isOurs = status === 400 || status === 401 || status === 403 || status === 404;
  return { ...deferred(response), alarm: isOurs };
}

function deferred(response: string) {
  return { kind: 'deferred', response, alarm: false } as const;
}

/** `{ "errors": [{ "error": "ValidationError", "message": "phone_number Not enough digits" }] }` */
function reasonIn(data: unknown): string {
  const errors = (data as { readonly errors?: unknown } | undefined)?.errors;
  const said = Array.isArray(errors)
    ? errors.map((one: { error?: unknown; message?: unknown }) => `${one?.error}: ${one?.message}`)
    : [];
  return said.join('; ').slice(0, 300);
}
