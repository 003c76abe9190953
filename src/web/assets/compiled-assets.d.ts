/** What `scripts/compile-assets.ts` makes of `styles` and of `../browser`, as `#compiled-assets`. */
export const styleSheet: string;
export const script: string;
