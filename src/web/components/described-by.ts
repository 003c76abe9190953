/** What is read aloud with a control: its hint and what is wrong, after what the caller names. */
export function describedBy(
  id: string,
  {
    describedBy: others,
    hint,
    error,
  }: { readonly describedBy?: string | undefined; readonly hint?: unknown; readonly error?: unknown },
): string | undefined {
  return [others, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}
