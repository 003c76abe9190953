/** @jsxImportSource hono/jsx */
import { fill, type Words } from '../words.ts';
import { ErrorSummary, type PageError } from './error-summary.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  readonly words: Words;
  readonly email: string;
  readonly next: string;
  readonly errors: readonly PageError[];
}

/** Asks for the address to which a code is mailed. */
export function EmailPage({ words, email, next, errors }: Props) {
  const { signIn } = words;
  return (
    <>
      <ErrorSummary words={words} errors={errors} />
      <h1>{signIn.title}</h1>
      <p class="lead">{signIn.lead}</p>
      <form method="post" action="/sign-in" novalidate>
        <input type="hidden" name="next" value={next} />
        <TextField
          name="email"
          type="email"
          label={signIn.email}
          hint={signIn.emailHint}
          value={email}
          errors={errors}
          autocomplete="email"
          required
        />
        <button type="submit">{signIn.send}</button>
      </form>
    </>
  );
}

/** Asks for the code. */
export function CodePage({ words, email, next, errors }: Props) {
  const { signIn } = words;
  return (
    <>
      <ErrorSummary words={words} errors={errors} />
      <h1>{signIn.codeTitle}</h1>
      <p class="lead">{fill(signIn.codeSent, { email })}</p>
      <form method="post" action="/sign-in/code" novalidate>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="email" value={email} />
        <TextField
          name="code"
          label={signIn.code}
          errors={errors}
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          narrow
        />
        <button type="submit">{signIn.enter}</button>
      </form>
      <p>
        <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{signIn.again}</a>
      </p>
    </>
  );
}
