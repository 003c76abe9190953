import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyLeftOut } from './left-out.ts';
import { plainHtml } from './plain-html.ts';
import type { Options, Shown } from './shown/shown.tsx';
import { SHOWN } from './shown-components.ts';

const GOVUK = join(import.meta.dirname, '../../../node_modules/govuk-frontend/dist/govuk/components');

interface Fixture {
  readonly name: string;
  readonly options: Options;
  readonly html: string;
}

function fixturesOf(component: string): readonly Fixture[] {
  return JSON.parse(readFileSync(join(GOVUK, component, 'fixtures.json'), 'utf8')).fixtures;
}

/** The paths of all options that a fixture sets. Lists have no numbers, and what is empty in them is nothing. */
function pathsOf(value: Options, path = ''): string[] {
  if (Array.isArray(value)) return value.filter(Boolean).flatMap((one) => pathsOf(one, path));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path ? `${path}.${name}` : name));
}

function notOffered({ offers }: Shown, { options }: Fixture): string[] {
  const isOffered = (path: string) =>
    offers.some((one) => one === path || (one.endsWith('*') && path.startsWith(one.slice(0, -1))));
  return [...new Set(pathsOf(options))].filter((path) => path !== '' && !isOffered(path));
}

const COMPONENTS = SHOWN.map(([component, shown]) => {
  const fixtures = fixturesOf(component).map((fixture) => {
    return { ...fixture, why: whyLeftOut(component, fixture.name, notOffered(shown, fixture)) };
  });
  return { component, shown, fixtures };
});

describe.each(COMPONENTS)('$component', ({ shown, fixtures }) => {
  const held = fixtures.filter(({ why }) => why === undefined);
  it.each(held)('is as govuk-frontend makes it: $name', ({ options, html }) => {
    expect(plainHtml(String(shown.show(options) ?? ''))).toBe(plainHtml(html));
  });
});

describe('the fixtures that say nothing about ours', () => {
  it('are named, each with the reason', async () => {
    const lines = COMPONENTS.flatMap(({ component, fixtures }) =>
      fixtures.flatMap(({ name, why }) => (why === undefined ? [] : [`${component}: ${name}: ${why}`])),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./left-out-fixtures.txt');
  });
});

describe('what a person wrote', () => {
  it('is text in every component, whatever it looks like', () => {
    const hostile = '<script>alert(1)</script>"\' onclick="x';
    const options = {
      ...Object.fromEntries(
        ['text', 'value', 'name', 'id', 'href', 'titleText', 'summaryText', 'logoText', 'url'].map((name) => [
          name,
          hostile,
        ]),
      ),
      label: { text: hostile },
      hint: { text: hostile },
      errorMessage: { text: hostile },
      fieldset: { legend: { text: hostile } },
      legend: { text: hostile },
      items: [
        {
          text: hostile,
          value: hostile,
          name: hostile,
          href: hostile,
          title: { text: hostile },
          hint: { text: hostile },
          status: { text: hostile },
        },
      ],
      rows: [],
      errorList: [{ text: hostile, href: hostile }],
      next: { text: hostile, href: hostile, labelText: hostile },
      maxlength: 10,
    };
    for (const { component, shown } of COMPONENTS) {
      const html = String(shown.show(options));
      expect(html, component).not.toContain('<script');
      expect(html, component).not.toMatch(/" onclick="/);
    }
  });
});
