import { describe, expect, it } from 'vitest';
import { readSmtpSettings } from '../../src/effects/mail/smtp-settings.ts';

describe('the operator who sets SMTP_URL', () => {
  it('names a server, and gets the usual ports', () => {
    expect(readSmtpSettings('smtp://mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 587,
      implicitTls: false,
      requireTls: false,
    });
    expect(readSmtpSettings('smtps://mail.example.org')).toMatchObject({ port: 465, implicitTls: true });
    expect(readSmtpSettings('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525 });
  });

  it('gives a password with any characters, which then travels only under TLS', () => {
    expect(readSmtpSettings('smtp://par%40ley:p%3Aw%2F@mail.example.org')).toMatchObject({
      auth: { user: 'par@ley', pass: 'p:w/' },
      requireTls: true,
    });
  });

  it('may insist on TLS or waive it', () => {
    expect(readSmtpSettings('smtp://mail.example.org?tls=required').requireTls).toBe(true);
    expect(readSmtpSettings('smtp://a:b@mail.example.org?tls=optional').requireTls).toBe(false);
  });

  it.each([
    ['mail.example.org', /is not a URL/],
    ['https://mail.example.org', /must start with smtp/],
    ['smtp://', /names no mail server|is not a URL/],
    ['smtp://mail.example.org?tls=maybe', /tls=required or \?tls=optional/],
    ['smtp://mail.example.org?pool=true', /unknown setting "pool"/],
  ])('is told what to set when %s cannot be used', (url, sentence) => {
    expect(() => readSmtpSettings(url)).toThrow(sentence);
  });

  it('never sees the password repeated in an error', () => {
    expect(() => readSmtpSettings('smtp://a:hunter2@mail example')).toThrow(/^(?!.*hunter2)/);
  });
});
