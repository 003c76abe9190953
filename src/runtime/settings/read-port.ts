const DEFAULT_PORT = 3000;

/** @throws with what to set when the text is no port */
export function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`PORT is "${text}"; set it to a number from 0 (any free one) to 65535, like 3000`);
}
