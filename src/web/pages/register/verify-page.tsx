/** @jsxImportSource hono/jsx */
import { Button } from '../../components/button.tsx';
import type { Words } from '../../words.ts';
import { TextField } from '../forms/text-field.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';

interface Props {
  readonly words: Words;
  readonly code: string;
  readonly errors: readonly PageError[];
}

/** Where the code of an order is typed. */
export function VerifyPage({ words, code, errors }: Props) {
  const { verify: said } = words;
  return (
    <>
      <PageErrors words={words} errors={errors} />
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <form method="get" action="/verify" novalidate>
        <TextField
          name="code"
          label={said.code}
          hint={said.codeHint}
          words={words}
          value={code}
          errors={errors}
          autocomplete="off"
          width={20}
          required
        />
        <Button>{said.submit}</Button>
      </form>
    </>
  );
}
