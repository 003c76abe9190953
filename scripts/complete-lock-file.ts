import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Gap {
  readonly path: string;
  readonly name: string;
  readonly entry: LockedPackage;
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const file = join(import.meta.dirname, '..', 'package-lock.json');
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(file, 'utf8'));

// `npm ci` refuses a lock file that lacks an optional package of any platform, and `npm install` against a registry that
// does not hold them all writes such a lock file. `npm run lock` adds what is missing; `--check` only says so.
const gaps = findGaps();
const addressed = Object.keys(lock.packages).filter((path) => lock.packages[path]?.resolved);
if (!process.argv.includes('--check')) complete();
else if (gaps.length + addressed.length > 0) {
  for (const { name } of gaps) console.error(`package-lock.json lacks ${name}`);
  for (const path of addressed) console.error(`package-lock.json names a registry for ${path}`);
  console.error('Run `npm run lock` and commit package-lock.json.');
  process.exitCode = 1;
}

function findGaps(): Gap[] {
  return Object.entries(lock.packages).flatMap(([parent, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(parent, name))
      .map(([name, version]) => ({
        name,
        path: `node_modules/${name}`,
        entry: { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true },
      })),
  );
}

/** Looks where Node would: beside the parent, then upwards. */
function isLocked(parent: string, name: string): boolean {
  if (lock.packages[join(parent, 'node_modules', name)]) return true;
  if (parent === '') return false;
  return isLocked(parent.slice(0, Math.max(0, parent.lastIndexOf('/node_modules/'))), name);
}

/** Such packages are named after what they are for: `@biomejs/cli-linux-arm64-musl`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/);
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : ['glibc'];
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  return { cpu, ...(os.includes('linux') ? { libc } : {}), os };
}

function complete(): void {
  for (const { path, entry } of gaps) lock.packages[path] = entry;
  for (const path of addressed) lock.packages[path] = withoutAddress(lock.packages[path] ?? {});
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`${gaps.length} packages of other platforms added, ${addressed.length} registry addresses removed`);
}

function withoutAddress({ resolved: _, ...entry }: LockedPackage): LockedPackage {
  return entry;
}
