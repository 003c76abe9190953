import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/runtime/read-settings.ts';

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
