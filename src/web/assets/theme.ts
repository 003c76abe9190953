import * as tokens from '@bcgov/design-tokens/js/index.js';
import { z } from 'zod';

/** What a value of a style sheet may be: nothing that ends the rule it stands in. */
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'Give a colour such as #013366.');
const fonts = z.string().regex(/^[\w "',-]{1,200}$/, 'Give names of fonts with commas between them.');

/** The look of a tribunal as data. Contrast is the tribunal's to keep: white on brand, ink on paper, quiet on wash. */
const themeSchema = z.strictObject({
  brand: colour,
  brandHover: colour,
  /** Of the bar at the top, and the edge under buttons. */
  brandDeep: colour,
  accent: colour,
  link: colour,
  ink: colour,
  quiet: colour,
  paper: colour,
  wash: colour,
  line: colour,
  focus: colour,
  good: colour,
  goodWash: colour,
  soon: colour,
  soonWash: colour,
  late: colour,
  lateWash: colour,
  brandWash: colour,
  font: fonts,
  serif: fonts,
});
export type Theme = z.output<typeof themeSchema>;

/** What a tribunal's look has of its own; the rest is `DEFAULT_THEME`. */
export const ownThemeSchema = themeSchema.partial();
export type OwnTheme = z.output<typeof ownThemeSchema>;

/** The colours and type of the British Columbia design system. */
export const DEFAULT_THEME: Theme = {
  brand: tokens.surfaceColorPrimaryDefault,
  brandHover: tokens.surfaceColorPrimaryHover,
  brandDeep: tokens.surfaceColorPrimaryPressed,
  accent: tokens.supportBorderColorWarning,
  link: tokens.typographyColorLink,
  ink: tokens.typographyColorPrimary,
  quiet: tokens.typographyColorSecondary,
  paper: tokens.surfaceColorBackgroundWhite,
  wash: tokens.themeGray20,
  line: tokens.surfaceColorBorderDefault,
  focus: tokens.supportBorderColorWarning,
  // The design system's own green and red reach 4.5 : 1 on white alone; ours also on their washes.
  good: '#2e6a36',
  goodWash: tokens.supportSurfaceColorSuccess,
  soon: '#6b4608',
  soonWash: tokens.themeGold20,
  late: '#a2312d',
  lateWash: tokens.supportSurfaceColorDanger,
  brandWash: tokens.themeBlue10,
  font: '"BC Sans", "Noto Sans", system-ui, -apple-system, "Segoe UI", Roboto, arial, sans-serif',
  serif: '"Source Serif 4", Charter, "Bitstream Charter", Georgia, serif',
};

/**
 * A theme as a rule of a style sheet.
 *
 * @example themeRule({ brandDeep: '#062f3a' }) // ':root{--brand-deep:#062f3a}'
 */
export function themeRule(theme: OwnTheme): string {
  const given = Object.entries(theme).filter(([, value]) => value !== undefined);
  const variables = given.map(([name, value]) => `--${kebab(name)}:${value}`);
  return `:root{${variables.join(';')}}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
