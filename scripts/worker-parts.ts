import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { nodeIds } from '../src/runtime/node-ids.ts';
import { shippedMigrations } from '../src/runtime/registries/open-registry-file.ts';
import { shippedWorkflows } from '../src/runtime/shipped/import-shipped.ts';
import { shippedCalendars } from '../src/runtime/shipped/shipped-calendars.ts';
import { assetPaths, assetRoutes } from '../src/web/assets/asset-routes.ts';
import { secureHeaders } from '../src/web/secure-headers.ts';
import type { WebEnv } from '../src/web/web-env.ts';

const parts = join(import.meta.dirname, '..', 'dist', 'worker-parts');

/**
 * Writes dist/worker-parts. A Worker has no files to read: what ships with the program becomes a module, and what pages
 * load becomes static files, with the headers that they have on Node.
 */
export async function writeWorkerParts(): Promise<void> {
  writeShipped();
  await writeAssets();
}

function writeShipped(): void {
  const exported = {
    migrations: shippedMigrations(),
    workflows: shippedWorkflows(),
    calendars: shippedCalendars(),
  };
  const lines = Object.entries(exported).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
  write('shipped.mjs', lines.join(''));
}

async function writeAssets(): Promise<void> {
  const assets = assetPaths(nodeIds);
  const app = new Hono<WebEnv>();
  app.use(secureHeaders({ mode: 'production', origin: 'https://localhost' }));
  app.route('/', assetRoutes(assets));
  rmSync(join(parts, 'assets'), { recursive: true, force: true });
  const rules: string[] = [];
  for (const path of Object.values(assets)) {
    const answer = await app.request(path);
    write(join('assets', path), await answer.text());
    rules.push(path, ...[...answer.headers].map(([name, value]) => `  ${name}: ${value}`));
  }
  write(join('assets', '_headers'), `${rules.join('\n')}\n`);
}

function write(name: string, text: string): void {
  const file = join(parts, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
