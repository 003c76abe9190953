import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly integrity?: string;
  readonly link?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  string,
  Record<string, string>
>;

it('a package comes in the one version that was looked at', () => {
  const named = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies });
  expect(named.length).toBeGreaterThan(30);
  for (const [name, version] of named) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

it('a package, and each that it brings, is on Linux x64 the bytes that were locked', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const installed = Object.entries(packages).filter(([path, one]) => path !== '' && !one.link && isForLinux(one));
  expect(installed.length).toBeGreaterThan(200);
  for (const [path, { integrity }] of installed) expect(integrity, path).toMatch(/^sha512-/);
});

function isForLinux({ os = ['linux'], cpu = ['x64'], libc = ['glibc'] }: Locked): boolean {
  return os.includes('linux') && cpu.includes('x64') && libc.includes('glibc');
}

it('a package runs nothing while it is installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});
