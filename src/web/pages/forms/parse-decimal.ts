const DIGITS_ONLY = /^\d+$/;
/** Groups of three, all parted by the same sign: `1,250,000`, `1 250`, `1.250.000`. */
const GROUPED = /^\d{1,3}(?:([,. ])\d{3})(?:\1\d{3})*$/;

/**
 * A number as people type it in English or French, to two decimals: in hundredths. Undefined when it is none, or could
 * be two (`1.250`).
 *
 * @example parseDecimal('1,250.50') // 125050
 * @example parseDecimal('1 250,50') // 125050
 */
export function parseDecimal(typed: string): number | undefined {
  const text = typed
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/^ ?(?:CA)?\$ ?/i, '')
    .replace(/ ?(?:\$|CAD)? ?$/i, '');
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  const point = decimals ? text.at(-decimals.length - 1) : undefined;
  const sign = GROUPED.exec(whole)?.[1];
  const isWhole = DIGITS_ONLY.test(whole) || (sign !== undefined && sign !== point && (sign !== '.' || point === ','));
  if (!isWhole) return undefined;
  const hundredths = Number(whole.replace(/[,. ]/g, '')) * 100 + Number(decimals.padEnd(2, '0'));
  return Number.isSafeInteger(hundredths) ? hundredths : undefined;
}
