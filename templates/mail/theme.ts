import type { ThemeColours } from './notice-model.ts';

/** Paper and ink, one brand colour, an accent used seldom: what a tribunal gets that sets nothing of its own. */
const DEFAULT_COLOURS = {
  ink: '#16202e',
  paper: '#ffffff',
  wash: '#f5f3ee',
  brand: '#0a4b5c',
  brandDeep: '#062f3a',
  accent: '#c98a1b',
  line: '#d9d4c8',
} as const;

/** The colours of a mail, with a text colour for each ground that WCAG 2.2 AA can live with. */
export type Theme = Record<keyof typeof DEFAULT_COLOURS, string> & {
  onBrand: string;
  onBrandDeep: string;
  quiet: string;
  link: string;
};

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Lays a tribunal's colours over the defaults. What is not a plain `#rrggbb` cannot reach a style attribute. */
export function readTheme(colours: ThemeColours = {}): Theme {
  const theme: Record<keyof typeof DEFAULT_COLOURS, string> = { ...DEFAULT_COLOURS };
  for (const name of Object.keys(DEFAULT_COLOURS) as (keyof typeof DEFAULT_COLOURS)[]) {
    const colour = colours[name];
    if (colour && COLOUR.test(colour)) theme[name] = colour;
  }
  return {
    ...theme,
    onBrand: readableOn(theme.brand, theme.ink),
    onBrandDeep: readableOn(theme.brandDeep, theme.ink),
    quiet: readsOnPage('#4d5866', theme) ? '#4d5866' : theme.ink,
    link: readsOnPage(theme.brand, theme) ? theme.brand : theme.ink,
  };
}

/** WCAG 2.2, 1.4.3: text of ordinary size. */
const AA = 4.5;

function readsOnPage(colour: string, { paper, wash }: { paper: string; wash: string }): boolean {
  return contrast(colour, paper) >= AA && contrast(colour, wash) >= AA;
}

function readableOn(ground: string, ink: string): string {
  return contrast('#ffffff', ground) >= AA ? '#ffffff' : contrast(ink, ground) >= AA ? ink : '#000000';
}

/** The contrast ratio of two colours, from 1 to 21, as WCAG defines it. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
