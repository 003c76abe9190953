/** @jsxImportSource hono/jsx */
import { Button } from '../../components/button.tsx';
import type { Words } from '../../words.ts';
import type { PageForm } from '../page-form.ts';

interface Props {
  readonly words: Words;
  readonly form: PageForm;
  /** Where it is sent again. */
  readonly action: string;
  readonly title: string;
  readonly text: string;
  /** The page that signs in; it opens beside this one. */
  readonly signInAt: string;
}

/** Hands back what somebody wrote who has to sign in first: to be sent again, as it was. */
export function HandBack({ words: { signIn }, form, action, title, text, signInAt }: Props) {
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>{signIn.filesGone}</p>
      <p>
        <a href={signInAt} target="_blank" rel="noopener">
          {signIn.signInTab}
        </a>
      </p>
      <form method="post" action={action}>
        {form.all.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button preventDoubleClick>{signIn.sendAgain}</Button>
      </form>
    </>
  );
}
