/** @jsxImportSource hono/jsx */
import type { DigitalIdFailure } from '../../../app/auth/finish-digital-id.ts';
import { Button } from '../../components/button.tsx';
import { fill, type Words } from '../../words.ts';

interface Props {
  readonly words: Words;
  readonly failure: DigitalIdFailure;
  readonly name: string;
  /** Where they wanted to go. */
  readonly next: string;
}

/** Why a Digital ID did not sign in, and what to do. */
export function DigitalIdFailedPage({ words: { digitalId }, failure, name, next }: Props) {
  const isOfAccount = failure === 'taken' || (failure === 'otherAccount' && next === '/account');
  return (
    <>
      <h1>{digitalId.failed}</h1>
      <p class="lead">{fill(digitalId.failures[failure], { name })}</p>
      {isOfAccount ? (
        <Button href="/account">{digitalId.toAccount}</Button>
      ) : (
        <Button href={`/sign-in?${failure === 'otherAccount' ? 'again&' : ''}next=${encodeURIComponent(next)}`}>
          {digitalId.toSignIn}
        </Button>
      )}
    </>
  );
}
