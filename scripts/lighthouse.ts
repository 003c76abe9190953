import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

// `npm run lighthouse`: the three heaviest pages for people, held to what they promise, in a demonstration of its own. Lighthouse
// and its 114 packages come into npm's cache when this first runs: nothing else here needs them, so nobody else installs them.

const LIGHTHOUSE = 'lighthouse@13.5.0';
const LEAST = { accessibility: 100, performance: 95 };
const MOST_BYTES = 100_000;
const START_MS = 120_000;

/** Who looks, and in which stage of a case of theirs; without a stage, at the list of all. */
const PAGES = [
  { as: 'registrar', stage: 'Decision' },
  { as: 'applicant', stage: 'Negotiation' },
  { as: 'registrar', stage: undefined },
];

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number }>
  >;
}

const folder = mkdtempSync(join(tmpdir(), 'parley-lighthouse-'));
const chrome = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));
if (!chrome) throw new Error('no Chromium was found; set CHROMIUM_PATH');

await bundle();
const server = spawn(process.execPath, [join('dist', 'main.js')], {
  env: {
    ...process.env,
    PARLEY_MODE: 'demo',
    PARLEY_DATA: join(folder, 'data'),
    HOST: '127.0.0.1',
    PORT: '0',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const origin = `http://127.0.0.1:${await portOf(server)}`;
  for (const page of PAGES) await look(origin, page);
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error('the server did not start')), START_MS);
    child.stdout?.on('data', (chunk) => {
      const port = /Open http:\/\/[^:]+:(\d+)/.exec(String(chunk))?.[1];
      if (!port) return;
      clearTimeout(tooLate);
      resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

async function look(origin: string, { as, stage }: (typeof PAGES)[number]): Promise<void> {
  const cookie = await signIn(origin, as);
  const path = stage ? await caseIn(origin, cookie, stage) : '/cases';
  const { categories, audits } = measure(`${origin}${path}`, cookie);
  const scores = Object.entries(LEAST).map(([name, least]) => {
    const score = Math.round((categories[name]?.score ?? 0) * 100);
    return { said: `${name} ${score}`, isEnough: score >= least };
  });
  const bytes = audits['total-byte-weight']?.numericValue ?? Number.POSITIVE_INFINITY;
  const isEnough = bytes <= MOST_BYTES && scores.every((score) => score.isEnough);
  console.log(
    `${isEnough ? '✓' : '✗'} ${stage ? `a case in ${stage}` : 'the list of cases'}, as the ${as}: ${scores.map(({ said }) => said).join(', ')}, ${Math.round(bytes / 1_024)} KB`,
  );
  if (isEnough) return;
  process.exitCode = 1;
  const failed = Object.values(audits).filter(({ score }) => score !== null && score < 0.9);
  for (const { title } of failed) console.log(`    ${title}`);
}

async function signIn(origin: string, as: string): Promise<string> {
  const answer = await fetch(`${origin}/dev/sign-in`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: `email=${as}%40demo.example`,
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function caseIn(origin: string, cookie: string, stage: string): Promise<string> {
  const list = await (await fetch(`${origin}/cases?lang=en`, { headers: { cookie } })).text();
  const row = list.split('<tr').find((one) => one.includes(`>${stage}<`));
  const path = /href="(\/cases\/[^"?]+)"/.exec(row ?? '')?.[1];
  if (!path) throw new Error(`the demonstration shows no case in ${stage}`);
  return path;
}

/** On a phone with a slow line, as Lighthouse takes everyone to have. */
function measure(url: string, cookie: string): Report {
  const file = join(folder, 'report.json');
  const settings = [
    '--output=json',
    `--output-path=${file}`,
    '--only-categories=accessibility,performance',
    `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
    '--chrome-flags=--headless=new --no-sandbox',
    '--no-enable-error-reporting',
    '--quiet',
  ];
  execFileSync('npm', ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', url, ...settings], {
    env: { ...process.env, CHROME_PATH: chrome },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}
