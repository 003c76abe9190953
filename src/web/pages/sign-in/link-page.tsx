/** @jsxImportSource hono/jsx */
import { Button } from '../../components/button.tsx';
import type { Words } from '../../words.ts';

interface Props {
  readonly words: Words;
  readonly token: string;
  readonly next: string;
}

/** What the link in a mail leads to. Programs that look into mail open links, and press no buttons. */
export function LinkPage({ words: { signIn }, token, next }: Props) {
  return (
    <>
      <h1>{signIn.linkTitle}</h1>
      <p class="lead">{signIn.linkLead}</p>
      <form method="post" action="/sign-in/link">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={next} />
        <Button preventDoubleClick>{signIn.enter}</Button>
      </form>
    </>
  );
}

/** Why the link does not sign in here, and what to do. */
export function LinkRefusedPage({
  words: { signIn },
  isElsewhere,
  next,
}: {
  readonly words: Words;
  readonly isElsewhere: boolean;
  readonly next: string;
}) {
  return (
    <>
      <h1>{isElsewhere ? signIn.linkElsewhere : signIn.linkBad}</h1>
      <p>{isElsewhere ? signIn.linkElsewhereText : signIn.linkBadText}</p>
      <Button href={`/sign-in?next=${encodeURIComponent(next)}`}>{signIn.startAgain}</Button>
    </>
  );
}
