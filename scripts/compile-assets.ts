import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { compileStringAsync } from 'sass';
import { DEFAULT_THEME, themeRule } from '../src/web/assets/theme.ts';
import { areAssetsFresh, assetsKey, compiledAssets } from './are-assets-fresh.mjs';

const root = dirname(import.meta.dirname);

/** Makes what pages load from its sources: the style sheet by Sass, the script by esbuild. About a second; nothing when they are as new as their sources. */
export async function compileAssets(): Promise<void> {
  if (areAssetsFresh(root)) return;
  const [styleSheet, script] = await Promise.all([compileStyles(), bundleScript()]);
  const exported = { styleSheet, script };
  const lines = Object.entries(exported).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`);
  writeWhole(compiledAssets(root), `// ${assetsKey(root)}\n${lines.join('')}`);
}

async function compileStyles(): Promise<string> {
  const theme = Object.entries(DEFAULT_THEME).map(([name, value]) => `"${name}": (${value})`);
  const { css } = await compileStringAsync(`@use "parley" with ($theme: (${theme.join(', ')}));`, {
    loadPaths: [join(root, 'src/web/assets/styles'), join(root, 'node_modules/govuk-frontend/dist')],
    style: 'compressed',
    quietDeps: true,
  });
  return `${themeRule(DEFAULT_THEME)}${css}`;
}

async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/web/browser/start.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}

if (import.meta.main) await compileAssets();
