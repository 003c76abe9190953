/** “Ann, Bob and Cy”: Canadian English without a comma before the last, as the rest of the pages is written. */
export function namesInWords(language: string, names: readonly string[]): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(names);
}
