import { describe, expect, it } from 'vitest';
import { readWorkerSettings } from '../../src/runtime/worker/worker-settings.ts';

const SECRET = 'x'.repeat(32);
const civil = { origin: 'https://tribunal.example.org', name: { en: 'Tribunal' }, contact: 'registry@example.org' };
const good = {
  PARLEY_TRIBUNALS: { civil },
  RENDER_URL: 'https://render.example.org',
  RENDER_SECRET: SECRET,
  OPERATOR_SECRET: SECRET,
  SMTP_URL: 'smtps://mail.example.org',
};

function problemsOf(environment: Readonly<Record<string, unknown>>): readonly string[] {
  const read = readWorkerSettings(environment);
  return read.ok ? [] : read.problems;
}

describe('the settings of a Worker', () => {
  it('are read from its variables and secrets', () => {
    const read = readWorkerSettings(good);
    expect(read).toMatchObject({
      ok: true,
      settings: {
        mode: 'production',
        tribunals: [
          { id: 'civil', origin: 'https://tribunal.example.org', names: { contact: 'registry@example.org' } },
        ],
        renderService: { url: 'https://render.example.org', secret: SECRET },
        logLevel: 'info',
      },
    });
  });

  it('may name the tribunals in JSON, as the command line gives it', () => {
    expect(problemsOf({ ...good, PARLEY_TRIBUNALS: JSON.stringify({ civil }) })).toEqual([]);
  });

  it('need nothing in a demonstration', () => {
    expect(readWorkerSettings({ PARLEY_MODE: 'demo' })).toMatchObject({
      ok: true,
      settings: { tribunals: [{ id: 'demo', origin: 'http://localhost:8787' }], renderService: undefined },
    });
  });

  it.each([
    [{ PARLEY_TRIBUNALS: undefined }, /PARLEY_TRIBUNALS names no tribunal.*set it in wrangler.toml like/],
    [{ PARLEY_TRIBUNALS: { Civil: civil } }, /PARLEY_TRIBUNALS names no tribunal/],
    [{ PARLEY_TRIBUNALS: { civil: { ...civil, contact: 'nobody' } } }, /PARLEY_TRIBUNALS names no tribunal/],
    [
      { PARLEY_TRIBUNALS: { civil: { ...civil, origin: 'http://tribunal.example.org' } } },
      /PARLEY_TRIBUNALS.civil.origin must start with https/,
    ],
    [{ RENDER_URL: 'http://render.example.org' }, /RENDER_URL must start with https/],
    [{ RENDER_URL: undefined }, /RENDER_URL is missing; set it to the address of the render service/],
    [{ RENDER_SECRET: undefined }, /RENDER_SECRET is missing/],
    [{ RENDER_SECRET: 'short' }, /RENDER_SECRET is too short; set it to 32 characters/],
    [{ OPERATOR_SECRET: 'short' }, /OPERATOR_SECRET is too short/],
    [{ SMTP_URL: 'mail.example.org' }, /SMTP_URL/],
    [{ PARLEY_MODE: 'test' }, /PARLEY_MODE is "test"; set it to demo or production/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud"/],
  ])('are refused with a sentence: %j', (wrong, sentence) => {
    expect(problemsOf({ ...good, ...wrong })).toEqual([expect.stringMatching(sentence)]);
  });

  it('are refused with every sentence at once, and with no secret in any', () => {
    const problems = problemsOf({ OPERATOR_SECRET: 'a-bad-secret', SMTP_URL: 'smtp://u:hidden@host?tls=no' });
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toMatch(/a-bad-secret|hidden/);
  });
});
