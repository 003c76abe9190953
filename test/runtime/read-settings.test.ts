import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/runtime/settings/read-settings.ts';

const PRODUCTION = { PARLEY_ORIGIN: 'https://tribunal.example.org' };

function problemsOf(environment: Record<string, string>): readonly string[] {
  const read = readSettings(environment);
  return read.ok ? [] : read.problems;
}

describe('an operator who starts the server', () => {
  it('in production needs to say only which address people open', () => {
    expect(readSettings(PRODUCTION)).toMatchObject({
      ok: true,
      settings: {
        mode: 'production',
        port: 3000,
        origin: 'https://tribunal.example.org',
        smtpUrl: undefined,
        logLevel: 'info',
      },
    });
  });

  it('for a demonstration needs to say nothing, and nobody else on the network can open it', () => {
    expect(readSettings({ PARLEY_MODE: 'demo' })).toMatchObject({
      ok: true,
      settings: { mode: 'demo', port: 3000, host: '127.0.0.1', origin: undefined },
    });
  });

  it('is told everything that is wrong at once, and what to set', () => {
    const problems = problemsOf({ PORT: '99999', PARLEY_MODE: 'test', SMTP_URL: 'mail.example.org' });
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).toMatch(/PARLEY_MODE.*demo or production/);
    expect(problems.join('\n')).toMatch(/PORT is "99999"; set it to a number/);
    expect(problems.join('\n')).toMatch(/PARLEY_ORIGIN is missing; set it to .*PARLEY_ORIGIN=https/);
    expect(problems.join('\n')).toMatch(/SMTP_URL/);
  });

  it.each([
    ['http://tribunal.example.org', /must start with https/],
    ['tribunal.example.org', /is no address/],
    ['ftp://tribunal.example.org', /must start with https/],
    ['https://tribunal.example.org/app', /nothing after the host/],
    ['https://a:b@tribunal.example.org', /nothing after the host/],
  ])('is told why people cannot be sent to %s', (origin, why) => {
    expect(problemsOf({ PARLEY_ORIGIN: origin }).join()).toMatch(why);
  });

  it('may serve without TLS on the machine itself', () => {
    expect(readSettings({ PARLEY_ORIGIN: 'http://localhost:8080/' })).toMatchObject({
      ok: true,
      settings: { origin: 'http://localhost:8080' },
    });
  });

  it('can leave a variable empty for unset', () => {
    expect(readSettings({ ...PRODUCTION, PORT: '', SMTP_URL: ' ', HOST: '' })).toMatchObject({
      ok: true,
      settings: { port: 3000 },
    });
  });

  it.each([
    [{ CLAMD_URL: 'http://127.0.0.1:3310' }, /CLAMD_URL.*tcp:/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL.*debug, info/],
    [{ PORT: '80a' }, /PORT/],
    [{ PARLEY_METRICS_TOKEN: 'secret' }, /PARLEY_METRICS_TOKEN.*32 characters/],
  ])('is told what %o should be', (wrong, why) => {
    expect(problemsOf({ ...PRODUCTION, ...wrong } as Record<string, string>).join()).toMatch(why);
  });

  it('never reads a password back in a complaint', () => {
    expect(problemsOf({ ...PRODUCTION, SMTP_URL: 'smtp//registry:secret@mail.example.org' }).join()).not.toContain(
      'secret',
    );
  });
});

describe('an operator who sets a provider of Digital IDs', () => {
  const FULL = {
    ...PRODUCTION,
    PARLEY_OIDC_ISSUER: 'https://id.example.org',
    PARLEY_OIDC_CLIENT_ID: 'tribunal',
    PARLEY_OIDC_CLIENT_SECRET: 'a secret of theirs',
    PARLEY_OIDC_NAME: 'Harbour Card',
  };

  it('names it once, and in French where it has another name', () => {
    expect(readSettings(FULL)).toMatchObject({
      settings: {
        digitalId: {
          issuer: 'https://id.example.org',
          credential: { secret: 'a secret of theirs' },
          name: { en: 'Harbour Card', fr: 'Harbour Card' },
          scope: 'openid profile email',
          acrValues: [],
        },
      },
    });
    const more = { ...FULL, PARLEY_OIDC_NAME_FR: 'Carte du Havre', PARLEY_OIDC_ACR: 'high  higher' };
    expect(readSettings(more)).toMatchObject({
      settings: { digitalId: { name: { fr: 'Carte du Havre' }, acrValues: ['high', 'higher'] } },
    });
  });

  it.each(['ISSUER', 'CLIENT_ID', 'NAME'])('is told that the %s is missing', (name) => {
    expect(problemsOf({ ...FULL, [`PARLEY_OIDC_${name}`]: '' }).join()).toMatch(
      new RegExp(`PARLEY_OIDC_${name} is missing, and PARLEY_OIDC_[A-Z_]+ is set; set both or none`),
    );
  });

  it.each([
    [{ PARLEY_OIDC_CLIENT_SECRET: '' }, /Set one of PARLEY_OIDC_CLIENT_SECRET and PARLEY_OIDC_PRIVATE_KEY/],
    [{ PARLEY_OIDC_PRIVATE_KEY: '{}' }, /Set one of PARLEY_OIDC_CLIENT_SECRET and PARLEY_OIDC_PRIVATE_KEY/],
    [{ PARLEY_OIDC_ISSUER: 'http://id.example.org' }, /set it to the provider’s issuer/],
    [{ PARLEY_OIDC_ISSUER: 'id.example.org' }, /set it to the provider’s issuer/],
    [{ PARLEY_OIDC_SCOPE: 'profile email' }, /PARLEY_OIDC_SCOPE must name openid/],
  ])('is told what to set instead: %j', (change, why) => {
    expect(problemsOf({ ...FULL, ...change }).join()).toMatch(why);
  });

  it('can show who they are by a private key; one that is none is not repeated', () => {
    const by = (key: string) => ({ ...FULL, PARLEY_OIDC_CLIENT_SECRET: '', PARLEY_OIDC_PRIVATE_KEY: key });
    const jwk = { kty: 'EC', crv: 'P-256', alg: 'ES256', kid: '1', x: 'x', y: 'y', d: 'd' };
    expect(readSettings(by(JSON.stringify(jwk)))).toMatchObject({
      settings: { digitalId: { credential: { privateKey: jwk } } },
    });
    for (const wrong of ['-----BEGIN PRIVATE KEY-----', '{"kty":"EC"}', 'hunter2']) {
      expect(problemsOf(by(wrong)).join()).toMatch(/PARLEY_OIDC_PRIVATE_KEY is no private key/);
      expect(problemsOf(by(wrong)).join()).not.toContain(wrong);
    }
  });

  it('is told where heads cannot be kept', () => {
    expect(problemsOf({ ...PRODUCTION, PARLEY_HEADS: '/no/such/folder/heads' })).toEqual([
      expect.stringMatching(/PARLEY_HEADS is .*; set it to a file in a folder that exists/),
    ]);
    expect(problemsOf({ ...PRODUCTION, PARLEY_HEADS: tmpdir() })).toHaveLength(1);
    expect(problemsOf({ ...PRODUCTION, PARLEY_HEADS: join(tmpdir(), 'heads') })).toEqual([]);
  });
});
