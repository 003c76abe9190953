/** @throws with what to set when the text names no mode */
export function readMode(text: string | undefined): 'demo' | 'production' {
  if (text === undefined || text === 'production') return 'production';
  if (text === 'demo') return 'demo';
  throw new Error(`PARLEY_MODE is "${text}"; set it to demo or production`);
}
