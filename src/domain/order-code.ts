/** Crockford's base32: no I, L, O or U to be misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 15;
const BITS = 5 * DIGITS;

export const ORDER_CODE_LENGTH = DIGITS + 1;

/**
 * The code of an order: 75 bits as fifteen characters, and a sixteenth that tells a slip of the pen.
 *
 * @param hex at least 75 bits that nobody can guess, as hexadecimal digits
 */
export function orderCode(hex: string): string {
  const digits = Math.ceil(BITS / 4);
  const spare = BigInt(4 * digits - BITS);
  const bits = BigInt(`0x${hex.slice(0, digits)}`) >> spare;
  const values = Array.from({ length: DIGITS }, (_, place) => Number((bits >> BigInt(BITS - 5 * (place + 1))) & 31n));
  return [...values, checkValue(values)].map((value) => ALPHABET[value]).join('');
}

/** Whether a code can be one: one wrong character, or two that changed places, are always found. */
export function isOrderCode(code: string): boolean {
  const values = [...code].map((character) => ALPHABET.indexOf(character));
  if (values.length !== ORDER_CODE_LENGTH || values.includes(-1)) return false;
  return checkValue(values.slice(0, DIGITS)) === values[DIGITS];
}

/** A polynomial in the field of 32 elements: each place has a weight of its own, and none of them is 0. */
function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => twice(sum ^ value), 0);
}

/** Times x, modulo x⁵ + x² + 1. */
function twice(value: number): number {
  const shifted = value << 1;
  return shifted > 31 ? shifted ^ 0b100101 : shifted;
}
