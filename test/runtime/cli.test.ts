import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { depositDispute } from '../a-deposit-dispute.ts';
import { runCli } from '../a-server.ts';

const SMALL_CLAIMS = join(import.meta.dirname, '../../workflows/small-claims.json');

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function aFile(text: string): string {
  const file = join(aFolder(), 'definition.json');
  writeFileSync(file, text);
  return file;
}

const cli = (...args: string[]) => runCli(args, { PARLEY_DATA: join(aFolder(), 'none') });

describe('someone at the command line', () => {
  it('is told what there is', async () => {
    const { code, stdout } = await cli('--help');
    expect(code).toBe(0);
    for (const name of ['token', 'roles', 'check', 'simulate', 'verify', 'sign-heads', 'backup', 'restore', 'seed'])
      expect(stdout).toContain(`  ${name} `);
  });

  it.each(['token', 'restore'])('is told what %s does', async (name) => {
    const { code, stdout } = await cli(name, '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: ${name}.*--json.*--help`, 's'));
  });

  it.each([
    [['sedd'], /There is no command "sedd"; there are token/],
    [['token'], /The email is missing\.\nUsage: token <email>/],
    [['check', 'a.json', 'b.json'], /"b\.json" is one too many/],
    [['verify', '--loud'], /--loud/],
  ])('is told that %j makes no sense, with 2', async (args, why) => {
    const { code, stdout, stderr } = await cli(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(why);
  });

  it.each([['verify'], ['token', 'a@b.example']])('is told where a registry is missing: %s', async (...args) => {
    const { code, stderr } = await cli(...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/There is no registry in .*; start Parley once, or set PARLEY_DATA to its folder\.\n/);
  });

  it.each([
    [['roles', 'somebody', 'admin'], /"somebody" is no e-mail address; give one such as name@example\.org/],
    [['backup', '/no/such/folder/backup.db'], /There is no folder \/no\/such\/folder to put the backup in/],
    [['backup', tmpdir()], /is a folder; name a file in it/],
  ])('is told of a slip before anything is done: %j', async (args, why) => {
    const { code, stdout, stderr } = await cli(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(why);
  });

  it('checks a definition: a problem a line, with its fix', async () => {
    const { SUBMIT: _, ...events } = depositDispute.events;
    const { code, stdout } = await cli('check', aFile(JSON.stringify({ ...depositDispute, events })));
    expect(code).toBe(1);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    for (const line of lines) expect(line).toHaveLength(5);
    expect(lines.some(([severity, , , message]) => severity === 'error' && message?.includes('SUBMIT'))).toBe(true);
  });

  it('gets the same for a program', async () => {
    const { code, stdout } = await cli('check', '--json', aFile('{"format": 1,'));
    expect(code).toBe(1);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toEqual({
      severity: 'error',
      code: 'not-json',
      path: '',
      message: expect.any(String),
      fix: expect.any(String),
    });
  });

  it('hears that a file is not there', async () => {
    expect(await cli('check', '/nowhere/x.json')).toMatchObject({
      code: 1,
      stderr: 'There is no file /nowhere/x.json.\n',
    });
  });

  it('plays the scenarios of a definition', async () => {
    const small = JSON.parse(readFileSync(SMALL_CLAIMS, 'utf8'));
    const file = aFile(JSON.stringify({ ...small, scenarios: small.scenarios.slice(0, 2) }));
    const { code, stdout } = await cli('simulate', file);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toEqual(
      small.scenarios.slice(0, 2).map(({ name }: { name: string }) => `ok\t${name}`),
    );
  });

  it('sees which scenario goes otherwise than told, and where', async () => {
    const small = JSON.parse(readFileSync(SMALL_CLAIMS, 'utf8'));
    const { name: _, ...told } = small.scenarios[0];
    const scenarios = [{ ...told, name: 'told wrongly', steps: [{ expect: { stage: 'closed' } }] }];
    const { code, stdout } = await cli('simulate', aFile(JSON.stringify({ ...small, scenarios })));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^failed\ttold wrongly\n\tstep 1: /);
  });
});
