/** Whether a browser may look at the spelling of what is typed; unsaid, it decides by itself. */
export function spelling(isChecked: boolean | undefined): Readonly<Record<string, string>> {
  return isChecked === undefined ? {} : { spellcheck: String(isChecked) };
}
