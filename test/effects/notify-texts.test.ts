import { describe, expect, it } from 'vitest';
import { createTextSender } from '../../src/effects/notify-texts.ts';
import { aTextOffice } from './a-text-office.ts';

const text = { to: '(250) 555-0123', body: 'There is something new for you.', reference: 'n-1', isRepeated: false };

describe('a text message', () => {
  it('is handed over under its reference, and the answer kept', async () => {
    const office = await aTextOffice();
    const outcome = await createTextSender(office.settings)(text);
    expect(outcome).toEqual({ kind: 'accepted', response: 'GC Notify took it: notification-n-1' });
    expect(office.texts).toEqual([{ to: '2505550123', body: text.body, reference: 'n-1' }]);
  });

  it('is tried again when the service is busy, broken, silent or not there', async () => {
    const office = await aTextOffice();
    const send = createTextSender(office.settings, 150);
    const answers = [
      {
        status: 429,
        error: 'RateLimitError',
        message: 'Exceeded rate limit for key type LIVE of 1000 requests per 60 seconds',
      },
      { status: 500, error: 'Exception', message: 'Internal server error' },
      { status: 503, error: 'Exception', message: 'Unavailable' },
    ] as const;
    for (const fault of answers) {
      office.fault = fault;
      expect(await send(text)).toMatchObject({
        kind: 'deferred',
        alarm: false,
        response: expect.stringContaining(String(fault.status)),
      });
    }
    office.fault = 'hangs';
    expect(await send(text)).toEqual({ kind: 'deferred', alarm: false, response: 'no answer: ECONNABORTED' });
    const nobody = createTextSender({ ...office.settings, url: 'http://127.0.0.1:1' });
    expect(await nobody(text)).toMatchObject({ kind: 'deferred', alarm: false });
  });

  it('goes out once, though the answer to the first attempt was lost', async () => {
    const office = await aTextOffice();
    const send = createTextSender(office.settings, 150);
    office.fault = 'takes it and hangs';
    expect(await send(text)).toMatchObject({ kind: 'deferred' });
    office.fault = undefined;
    expect(await send({ ...text, isRepeated: true })).toMatchObject({ kind: 'accepted' });
    expect(office.texts).toHaveLength(1);
  });

  it('to a number that is none is given up', async () => {
    const office = await aTextOffice();
    expect(await createTextSender(office.settings)({ ...text, to: '250 555' })).toEqual({
      kind: 'rejected',
      response: '400 ValidationError: phone_number Not enough digits',
    });
  });

  it('waits while our own key or template is at fault, and says so to operators', async () => {
    const office = await aTextOffice();
    const wrongKey = { ...office.settings, apiKey: office.settings.apiKey.replace(/.$/, 'x') };
    expect(await createTextSender(wrongKey)(text)).toMatchObject({ kind: 'deferred', alarm: true });
    const wrongTemplate = { ...office.settings, template: office.settings.apiKey.slice(-36) };
    expect(await createTextSender(wrongTemplate)(text)).toMatchObject({ kind: 'deferred', alarm: true });
    office.fault = {
      status: 400,
      error: 'BadRequestError',
      message: 'Can’t send to this recipient using a team-only API key',
    };
    expect(await createTextSender(office.settings)(text)).toMatchObject({ kind: 'deferred', alarm: true });
  });
});
