/** @jsxImportSource hono/jsx */

/** A text in paragraphs: an empty line parts two of them, a line break inside one stays. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p class="text">{paragraph}</p>
      ))}
    </>
  );
}
