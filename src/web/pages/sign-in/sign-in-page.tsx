/** @jsxImportSource hono/jsx */
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { fill, type Words } from '../../words.ts';
import { TextField } from '../forms/text-field.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';

interface Props {
  readonly words: Words;
  readonly email: string;
  readonly next: string;
  readonly errors: readonly PageError[];
}

interface EmailProps extends Props {
  /** They are signed in, and have to show once more that it is they. */
  readonly isAgain?: boolean;
  /** What Digital IDs are called here; absent: there are none. */
  readonly provider: string | undefined;
}

/** Asks for the address to which a code is mailed, or leads to the provider of Digital IDs. */
export function EmailPage({ words, email, next, errors, isAgain = false, provider }: EmailProps) {
  const { signIn } = words;
  const hasMail = !isAgain || email !== '' || errors.length > 0;
  return (
    <>
      <PageErrors words={words} errors={errors} />
      <h1>{isAgain ? signIn.againTitle : signIn.title}</h1>
      <p class="lead">{isAgain ? signIn.againLead : signIn.lead}</p>
      {hasMail && <EmailForm words={words} email={email} next={next} errors={errors} isAgain={isAgain} />}
      {provider && (
        <form method="post" action="/sign-in/digital-id">
          <input type="hidden" name="next" value={next} />
          {isAgain && <input type="hidden" name="again" value="1" />}
          {hasMail && <p>{words.digitalId.or}</p>}
          <Button class={hasMail ? 'govuk-button--secondary' : undefined}>
            {fill(words.digitalId.button, { name: provider })}
          </Button>
        </form>
      )}
    </>
  );
}

function EmailForm({ words, email, next, errors, isAgain }: Omit<EmailProps, 'provider'>) {
  const { signIn } = words;
  return (
    <form method="post" action="/sign-in" novalidate>
      <input type="hidden" name="next" value={next} />
      {isAgain && <input type="hidden" name="again" value="1" />}
      <TextField
        name="email"
        type="email"
        label={signIn.email}
        hint={signIn.emailHint}
        words={words}
        value={email}
        errors={errors}
        autocomplete="email"
        required
      />
      <Button preventDoubleClick>{signIn.send}</Button>
    </form>
  );
}

/** Asks for the code. */
export function CodePage({ words, email, next, errors }: Props) {
  const { signIn } = words;
  const again = `/sign-in?next=${encodeURIComponent(next)}`;
  return (
    <>
      <BackLink href={again}>{signIn.otherAddress}</BackLink>
      <PageErrors words={words} errors={errors} />
      <h1>{signIn.codeTitle}</h1>
      <p class="lead">{fill(signIn.codeSent, { email })}</p>
      <form method="post" action="/sign-in/code" novalidate>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="email" value={email} />
        <TextField
          name="code"
          label={signIn.code}
          words={words}
          errors={errors}
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          width={10}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{signIn.enter}</Button>
          <a class="govuk-link" href={again}>
            {signIn.again}
          </a>
        </div>
      </form>
    </>
  );
}
