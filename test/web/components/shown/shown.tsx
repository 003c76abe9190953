/** @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

/** One of our components, fed what a fixture of govuk-frontend asks for. */
export interface Shown {
  /** Options that the component has, by their path; `*` for all beneath. */
  readonly offers: readonly string[];
  show(options: Options): Child;
}

/** What a fixture asks for. */
// biome-ignore lint/suspicious/noExplicitAny: fixtures are whatever the package ships; what we do not offer is left out before.
export type Options = any;

/** Text, or markup that its author wrote: ours is always text unless a page builds it of elements. */
export const words = (of: Options, text = 'text', html = 'html'): Child =>
  of?.[html] ? raw(String(of[html]).trim()) : of?.[text];

/** The items of a list that are there. */
export const given = (items: Options): Options[] => (items ?? []).filter(Boolean);

/** The options by which words are given. */
export const WORDS = ['text', 'html'];
