import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const DOCUMENTS = ['docs/security.md', 'docs/asvs.md', 'SECURITY.md'];
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, by chapter: they are numbered from 1. */
const SECTIONS: Readonly<Record<string, string>> = {
  1: '1:2 2:9 3:11 4:3 5:2',
  2: '1:3 2:3 3:4 4:1',
  3: '2:2 3:4 4:6 5:5 7:2',
  4: '1:3 2:1 3:2 4:4',
  5: '1:1 2:3 3:2 4:3',
  6: '1:3 2:12 3:4 4:4 5:5 6:3 8:4',
  7: '1:3 2:4 3:2 4:5 5:2 6:2',
  8: '1:2 2:3 3:1 4:1',
  9: '1:3 2:4',
  10: '1:2 2:2 3:4 4:11 5:5 6:2 7:3',
  11: '1:2 2:3 3:3 4:4 5:1 6:1',
  12: '1:3 2:2 3:4',
  13: '1:1 2:5 3:2 4:5',
  14: '1:2 2:4 3:3',
  15: '1:3 2:3 3:7',
  16: '1:1 2:5 3:4 4:3 5:3',
  17: '1:1 2:4 3:2',
};

const requirements = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
  sections.split(' ').flatMap((each) => {
    const [section, count] = each.split(':');
    return Array.from({ length: Number(count) }, (_, place) => `V${chapter}.${section}.${place + 1}`);
  }),
);

/** The rows of the chapters: number, level, what it is about, whether it is met, by what. */
const rows = [...read('docs/asvs.md').matchAll(/^\| (V[\d.]+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(
  ([, number = '', , about = '', state = '', by = '']) => ({ number, about, state, by }),
);

describe.each(DOCUMENTS)('%s', (document) => {
  it('leads to nothing that is not there', () => {
    const links = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links.filter((to) => !to.startsWith('https://')))
      expect(leadsSomewhere(document, link), link).toBe(true);
  });

  it('names no test that is not there', () => {
    for (const [name] of read(document).matchAll(/\btest\/[\w/.-]+\.tsx?\b/g))
      expect(existsSync(join(root, name)), name).toBe(true);
  });
});

/** To a file, and to a heading of it where one is named. */
function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(root, file))) return false;
  return heading === undefined || headingsOf(file).includes(heading);
}

/** As code hosts name them in addresses. */
function headingsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('what is held against the ASVS', () => {
  it('is every requirement of levels 1 and 2, each once and in order', () => {
    expect(requirements).toHaveLength(253);
    expect(rows.map(({ number }) => number)).toEqual(requirements);
  });

  it('comes to the totals that stand above it', () => {
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    expect(read('docs/asvs.md')).toContain(
      `**Of 253 requirements: ${count('met')} met, ${count('does not apply')} do not apply, ${count('not met')} not met.**`,
    );
    expect(count('met') + count('does not apply') + count('not met')).toBe(253);
  });

  it('says of everything that is not met what it would take, and of nothing else', () => {
    const end = read('docs/asvs.md').split('## Not met yet')[1] ?? '';
    const named = [...end.matchAll(/^\| (V[\d.]+(?:, V[\d.]+)*) \|/gm)].flatMap(([, each = '']) => each.split(', '));
    const notMet = rows.filter(({ state }) => state === 'not met').map(({ number }) => number);
    expect(named.toSorted()).toEqual(notMet.toSorted());
  });
});
