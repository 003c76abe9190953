/** Controls that no text has: all but tab, line feed, form feed and carriage return. */
const CONTROLS = /[\p{Cc}--[\t\n\f\r]]/v;
/** What makes a browser, or a shell, take text for something to run. */
const MARKUP =
  /<\s*(?:!doctype|\?xml|\?php|html|head|body|script|svg|iframe|object|embed|meta|link|style|img|form|base)\b|^#!/i;

/** What bytes are that no known kind of file begins with. */
export type TextContent = 'text' | 'markup' | 'not-text';

/** Whether bytes are text that anyone can read (strict UTF-8, no controls), and nothing but text. */
export function plainTextContent(bytes: Uint8Array): TextContent {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'not-text';
  }
  if (CONTROLS.test(text)) return 'not-text';
  return MARKUP.test(text) ? 'markup' : 'text';
}
