import { describe, expect, it } from 'vitest';
import { DEFAULT_THEME, ownThemeSchema, themeRule } from '../../src/web/assets/theme.ts';
import { aWeb } from './a-web.ts';

const NAVY = '#101a4d';

describe('a tribunal with colours of its own', () => {
  it('has a sheet after ours, in which they stand', async () => {
    const settings = { mode: 'demo', origin: 'http://localhost', theme: { brand: NAVY } } as const;
    const web = await aWeb({ ports: { settings } });
    const html = await (await web.as('stranger', 'GET', '/')).text();
    const [ours, own] = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, path]) => path ?? '');
    const sheet = await web.as('stranger', 'GET', own ?? '');
    expect([sheet.headers.get('content-type'), await sheet.text()]).toEqual([
      'text/css; charset=utf-8',
      `:root{--brand:${NAVY}}`,
    ]);
    expect(await (await web.as('stranger', 'GET', ours ?? '')).text()).toContain(`--brand:${DEFAULT_THEME.brand}`);
  });

  it('cannot write anything but colours and fonts into it', () => {
    expect(ownThemeSchema.safeParse({ brand: NAVY, font: '"BC Sans", sans-serif' }).success).toBe(true);
    for (const theme of [
      { brand: '#fff;}body{display:none' },
      { brand: 'url(https://evil.example)' },
      { font: 'x;}@import "https://evil.example"' },
      { font: '</style><script>' },
      { shadow: NAVY },
    ])
      expect(ownThemeSchema.safeParse(theme).success, JSON.stringify(theme)).toBe(false);
  });
});

describe('the colours that stand by default', () => {
  /** WCAG 2.2, relative luminance. */
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const theme = DEFAULT_THEME;

  it.each([
    ['ink on paper', theme.ink, theme.paper],
    ['quiet words on the wash', theme.quiet, theme.wash],
    ['a link on the wash', theme.link, theme.wash],
    ['a link on paper', theme.link, theme.paper],
    ['a button', theme.paper, theme.brand],
    ['a button under the pointer', theme.paper, theme.brandHover],
    ['the bar', theme.paper, theme.brandDeep],
    ['what is good', theme.good, theme.goodWash],
    ['what is soon', theme.soon, theme.soonWash],
    ['what is late', theme.late, theme.lateWash],
    ['what is wrong on the wash', theme.late, theme.wash],
    ['the focus', theme.ink, theme.focus],
  ])('can be read by people who see little: %s', (_, colour, ground) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('are one rule', () => {
    expect(themeRule({ brandDeep: '#062f3a', accent: undefined })).toBe(':root{--brand-deep:#062f3a}');
  });
});
